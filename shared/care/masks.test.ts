import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MaskRules, maskText, maskTyped } from './masks.ts'

const rules: MaskRules = {
  cards: true,
  ibans: true,
  patterns: [{ name: 'Customer number', pattern: 'KD ######', keepLast: 2 }],
}
const onlyCards: MaskRules = { cards: true, ibans: false, patterns: [] }

describe('a card number', () => {
  it.each([
    ['Paid with 4242 4242 4242 4242 today', 'Paid with •••• 4242 today'],
    ['4242-4242-4242-4242', '•••• 4242'],
    ['4242424242424242', '•••• 4242'],
    ['Amex 3782 822463 10005.', 'Amex •••• 0005.'],
    ['card4242424242424242exp', 'card•••• 4242exp'],
    ['order 12 4242 4242 4242 4242 12/28 737', 'order 12 •••• 4242 12/28 737'],
    ['５５５５ ５５５５ ５５５５ ４４４４', '•••• ４４４４'],
    ['5555 5555 5555 4444 and 4242 4242 4242 4242', '•••• 4444 and •••• 4242'],
    ['•••• 4242 4242 4242 4242 4242', '•••• 4242 •••• 4242'],
  ])('in %j is kept by its last four digits', (written, kept) => {
    expect(maskText(written, rules).text).toBe(kept)
  })

  it.each([
    '+4242 4242 4242 424',
    '+49 (30) 4242 4242 4242',
    'Order 4242 4242 4242 4243',
    'Order 9999 9999 9999 9995',
    '2026-11-22 07:03, 12 items, 1.250,00',
    '42424242424242424242424242424242',
  ])('is not seen in %j', (written) => {
    expect(maskText(written, onlyCards)).toMatchObject({ text: written, found: [] })
  })

  it('is masked whatever stands between its digits, and whatever words are around it', () => {
    fc.assert(
      fc.property(
        cards,
        fc.array(fc.constantFrom('', ' ', '-', ' - ', '\u00A0'), { minLength: 19, maxLength: 19 }),
        (digits, gaps) => {
          const spaced = [...digits].map((digit, index) => digit + (index === digits.length - 1 ? '' : gaps[index])).join('')
          const { text, found } = maskText(`She said ${spaced}, then hung up`, onlyCards)
          expect([text, found]).toEqual([`She said •••• ${digits.slice(-4)}, then hung up`, [{ kind: 'card', name: '' }]])
        },
      ),
    )
  })

  it('ends masked when it is typed one key at a time, with the caret behind it', () => {
    fc.assert(
      fc.property(cards, (digits) => {
        let typed = { text: 'Card ', caret: 5 }
        for (const digit of digits) typed = maskTyped(typed.text + digit, typed.caret + 1, onlyCards)
        expect([typed.text, typed.caret]).toEqual([`Card •••• ${digits.slice(-4)}`, `Card •••• ${digits.slice(-4)}`.length])
      }),
    )
  })
})

describe('an account number', () => {
  it.each([
    ['DE89 3704 0044 0532 0130 00 is hers', '•••• 3000 is hers'],
    ['her iban gb29nwbk60161331926819', 'her iban •••• 6819'],
  ])('in %j is known by its check digits', (written, kept) => {
    expect(maskText(written, rules).text).toBe(kept)
  })

  it('with wrong check digits is a word like others', () => {
    expect(maskText('DE88 3704 0044 0532 0130 00', { ...rules, cards: false }).text).toBe('DE88 3704 0044 0532 0130 00')
  })
})

describe("a team's own pattern", () => {
  it.each([
    ['He is KD-104233.', 'He is •••• 33.'],
    ['He is kd104233', 'He is •••• 33'],
    ['He is KD-1042334', 'He is KD-1042334'],
    ['AKD-104233', 'AKD-104233'],
  ])('in %j is found whole and not in longer words', (written, kept) => {
    expect(maskText(written, rules).text).toBe(kept)
  })

  it('is masked while typed by the key behind it, as a longer number may begin like it', () => {
    const typed = maskTyped('KD 104233', 9, rules)
    expect(typed).toEqual({ text: 'KD 104233', caret: 9, found: [] })
    expect(maskTyped('KD 104233,', 10, rules)).toEqual({
      text: '•••• 33,',
      caret: 8,
      found: [{ kind: 'pattern', name: 'Customer number' }],
    })
  })

  it('has no sign that means more than itself', () => {
    const odd = { name: '', pattern: '(#+)*$[#]', keepLast: 0 }
    expect(maskText('a (1+)*$[2] b (11)', { ...onlyCards, patterns: [odd] }).text).toBe('a **** b (11)')
  })

  it('without a digit masks nothing', () => {
    const letters = { name: '', pattern: '@@@', keepLast: 0 }
    expect(maskText('the 3 men', { ...onlyCards, patterns: [letters] }).text).toBe('the 3 men')
  })
})

describe('masking', () => {
  const scraps = fc.constantFrom(
    ...['4242', ' ', '-', '••••', '•••• 4242', '•••• 42424', '4242424242424242', 'DE89 3704 0044 0532 0130 00', '+', '\u00A0'],
    ...['KD 104233', 'KD', '1', '37', '•', 'a', '\n', '👍🏽', '٤٢٤٢'],
  )
  const texts = fc.oneof(
    fc.array(scraps, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )

  it('of a masked text changes nothing', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), fc.integer({ min: 0, max: 4 }), (text, ibans, keepLast) => {
        const own = { name: '', pattern: '## ##', keepLast }
        const some = { ...rules, ibans, patterns: [...rules.patterns, own] }
        const once = maskText(text, some).text
        expect(maskText(once, some)).toEqual({ text: once, caret: once.length, found: [] })
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves a text without digits as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const text = written.replace(/\p{Nd}/gu, '')
        expect(maskText(text, rules)).toMatchObject({ text, found: [] })
      }),
    )
  })

  it('keeps the caret where it was in what stays', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const caret = Math.floor(share * text.length)
        const typed = maskTyped(text, caret, rules)
        expect(typed.caret).toBeGreaterThanOrEqual(0)
        expect(typed.caret).toBeLessThanOrEqual(typed.text.length)
        if (typed.text === text) expect(typed.caret).toBe(caret)
      }),
    )
    expect(maskTyped('4242 4242 4242 4242 or 1', 22, rules)).toMatchObject({ text: '•••• 4242 or 1', caret: 12 })
    expect(maskTyped('A 4242 4242 4242 4242', 1, rules)).toMatchObject({ text: 'A •••• 4242', caret: 1 })
  })

  it('of a long paste takes no longer than its length says, whatever is in it', () => {
    for (const part of ['1 2 3 4 5 6 7 8 9 0 ', '+4242 4242 4242 4242 ', 'AB12 cd ', '4242', '•••• 4242 ', 'KD 10423 ']) {
      const began = performance.now()
      maskText(part.repeat(200_000 / part.length), rules)
      expect(performance.now() - began).toBeLessThan(4000)
    }
  })
})

/** Of every length there is, the last digit right. */
const cards = fc
  .tuple(
    fc.constantFrom(
      ['4', 16],
      ['4', 13],
      ['52', 16],
      ['2345', 16],
      ['37', 15],
      ['36', 14],
      ['3530', 16],
      ['62', 16],
      ['6011', 16],
    ),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }),
  )
  .map(([[prefix, length], rest]) => withCheckDigit(`${prefix}${rest.join('')}`.slice(0, Number(length) - 1)))

function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (2 - (index % 2))
    return total + Math.floor(value / 10) + (value % 10)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
