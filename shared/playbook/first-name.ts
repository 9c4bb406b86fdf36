const word = /^\p{Lu}[\p{Ll}\p{M}]*(?:['’-]\p{L}[\p{Ll}\p{M}]+)*$/u
const wordAnywhere = /^[\p{L}\p{M}'’-]+\.?$/u
const familyNameFirst = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const notAPerson =
  /\b(?:accounts?|anonymous|bank|billing|caller|care|center|centre|clinic|company|customer|department|desk|group|hospital|hotel|inc|limited|llc|ltd|gmbh|number|office|plc|private|reception|sales|school|service|services|shop|support|team|unavailable|unknown|wireless|withheld)\b/i
const title =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|father|sister|herr|frau|señor|señora|madame|monsieur)\.?$/iu

/**
 * The name to call somebody by, or null where guessing would be rude.
 *
 * Only from a display name that reads as a person's, given name first: a lone word may be a family name or a company,
 * `SMITH JOHN` and `Smith, John` put the family first, and so do Chinese, Japanese and Korean names.
 */
export function firstNameIn(displayName: string): string | null {
  const words = displayName.trim().split(/\s+/)
  const [first = ''] = words
  if (words.length < 2 || words.length > 4 || first.length < 2 || first.length > 20) return null
  if (familyNameFirst.test(displayName) || notAPerson.test(displayName) || title.test(first)) return null
  return word.test(first) && words.every((each) => wordAnywhere.test(each)) ? first : null
}
