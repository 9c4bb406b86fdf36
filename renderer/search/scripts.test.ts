import { expect, test } from 'vitest'
import type { SearchDoc } from './search-doc.ts'
import { createSearchIndex } from './search-index.ts'

const blank: SearchDoc = {
  id: 'a',
  at: 0,
  changedAt: 0,
  names: [],
  numbers: [],
  texts: [],
  kind: null,
  dispositions: [],
  tags: [],
  flags: [],
}

function finds(written: string, asked: string): boolean {
  const index = createSearchIndex()
  index.note([{ ...blank, texts: [written] }])
  const { total, didYouMean } = index.ask({ text: asked, limit: 1, open: [], now: 0 })
  return total === 1 && didYouMean === null
}

test.each([
  ['Estonian without its dots', 'Klient küsis tellimust', 'kusis'],
  ['accents typed as letters of their own', 'cafe\u0301 cr\u00e8me', 'caf\u00e9 cre\u0300me'],
  ['German with ss for ß', 'Die Straße ist größer', 'strasse grosser'],
  ['German in capitals', 'STRAẞE', 'straße'],
  ['a word with soft hyphens', 'Liefer\u00adtermin', 'liefertermin'],
  ['Polish and Nordic letters', 'Łódź smørrebrød Þór', 'lodz smorrebrod thor'],
  ['Turkish dotless i', 'ISPARTA ısrarlı müşteri', 'israrli musteri'],
  ['Turkish dotted capital I', 'İade istiyor', 'iade'],
  ['Greek final sigma', 'ΟΔΟΣ πελάτης', 'οδος πελατησ'],
  ['the beginning of a Greek word', 'πελάτης', 'πελάτη'],
  ['Cyrillic in other case and without dots', 'ЕЩЁ Заказ', 'еще зак'],
  ['Arabic without vowel marks and hamza', 'العميل غير راضٍ عن التأخير', 'راض التاخير'],
  ['Arabic with stretched letters', 'طـلـب', 'طلب'],
  ['the Arabic ends that are written two ways', 'شكوى رسالة', 'شكوي رساله'],
  ['Persian letters by an Arabic keyboard', 'مشتری شکایت', 'مشتري شكايت'],
  ['Hebrew without points', 'שָׁלוֹם לקוח', 'שלום'],
  ['a Chinese word inside a sentence', '客户对延误不满意，希望在星期五之前退款', '退款'],
  ['Chinese words apart', '客户对延误不满意，希望在星期五之前退款', '延误 退款'],
  ['a Japanese word inside a sentence', '配送が遅れているため、お客様は返金を希望', '返金を希望'],
  ['half-width kana', 'サポート', 'ｻﾎﾟｰﾄ'],
  ['a Thai word inside a sentence', 'ลูกค้าไม่พอใจกับความล่าช้าและต้องการเงินคืน', 'เงินคืน'],
  ['a Thai word that is not finished', 'ลูกค้าไม่พอใจ', 'ลูกค'],
  ['Korean that is not finished', '환불을 요청했습니다', '환ㅂ'.normalize('NFKD')],
  ['Hindi', 'ग्राहक किताब वापस करना चाहता है', 'किताब'],
  ['the first letters of a Hindi word', 'ग्राहक किताब', 'कित'],
  ['full-width digits and letters', 'ＲＥＦ１２３', 'ref123'],
  ['an emoji with a skin colour', 'thanks 👍🏽', '👍'],
  ['an emoji of a family', 'the 👩‍👩‍👧 called', '👩‍👩‍👧'],
])('an agent finds %s', (_, written, asked) => {
  expect(finds(written, asked)).toBe(true)
})

test.each([
  ['a Chinese word whose letters stand apart', '退还款项', '退款'],
  ['Japanese with another mark', '橋を渡る ばし', 'ぱし'],
  ['a Thai word with another vowel', 'มา', 'มี'],
  ['a Thai word with another tone', 'ไม่', 'ไม้'],
  ['a Hindi word with other vowels', 'किताब', 'कताब'],
  ['the middle of a Cyrillic word', 'заказ', 'каз'],
])('an agent does not find %s', (_, written, asked) => {
  expect(finds(written, asked)).toBe(false)
})

test('a note of a megabyte of any letters is found by its words', () => {
  for (const letters of ['退款', 'ลูกค้า', 'כן ', 'e\u0301', '\u0301\u0302', '👍🏽']) {
    const paste = `${letters.repeat(Math.ceil(1_000_000 / letters.length))} refund`
    expect(finds(paste, 'refund')).toBe(true)
  }
})
