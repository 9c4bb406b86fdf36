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

  it('is known to its end, typed or pasted, though its beginning passes for a card, and what is beside it stays', () => {
    const words = fc.constantFrom('', 'Paid with ', 'Order 12: ', 'tel. 0151 2345678, ')
    const behind = fc.constantFrom('', ' today', ', 12/28', ' 0151234567', ' +49 151 2345678', '\n0151 2345678', ' - thanks')
    fc.assert(
      fc.property(longCards, fc.constantFrom('', ' ', '-'), words, behind, (digits, gap, before, after) => {
        const grouped = (digits.match(/\d{1,4}/g) ?? []).join(gap)
        const kept = `${before}•••• ${digits.slice(-4)}${after}`
        expect(maskText(`${before}${grouped}${after}`, onlyCards).text).toBe(kept)
        expect(typedOut(`${before}${grouped}`)).toBe(`${before}•••• ${digits.slice(-4)}`)
        expect(typedOut(`${before}${grouped}${after}`)).toBe(kept)
      }),
      { numRuns: 2000 },
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
    expect(typed).toEqual({ text: 'KD 104233', caret: 9, found: [], card: null })
    expect(maskTyped('KD 104233,', 10, rules)).toEqual({
      text: '•••• 33,',
      caret: 8,
      found: [{ kind: 'pattern', name: 'Customer number' }],
      card: null,
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
        expect(maskText(once, some)).toEqual({ text: once, found: [] })
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

  it.each(['1 2 3 4 5 6 7 8 9 0 ', '+4242 4242 4242 4242 ', 'AB12 cd ', '4242', '•••• 4242 ', 'KD 10423 '])(
    'of a paste as long as they come ends, and leaves nothing to mask: %j',
    (part) => {
      const { text } = maskText(part.repeat(200_000 / part.length), rules)
      expect(maskText(text, rules)).toEqual({ text, found: [] })
    },
  )
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

/** Of every length from 13 to 19; of one in two the first 13 or 16 digits pass as well. */
const longCards = fc
  .tuple(
    fc.constantFrom(
      ['4', 13],
      ['4', 16],
      ['4', 19],
      ['36', 17],
      ['3530', 18],
      ...[13, 14, 15, 16, 17, 18, 19].map((n) => ['6', n]),
    ),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }),
    fc.constantFrom(0, 0, 13, 16),
  )
  .map(([[prefix, length], rest, passing]) => {
    const digits = `${prefix}${rest.join('')}`.slice(0, Number(length) - 1)
    const begun = passing > 0 && passing < Number(length) ? withCheckDigit(digits.slice(0, passing - 1)) : ''
    return withCheckDigit(begun + digits.slice(begun.length))
  })

function typedOut(text: string): string {
  let typed: ReturnType<typeof maskTyped> = { text: '', caret: 0, found: [], card: null }
  for (const key of text) typed = maskTyped(typed.text + key, typed.caret + 1, onlyCards, typed.card)
  return typed.text
}

function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (2 - (index % 2))
    return total + Math.floor(value / 10) + (value % 10)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
