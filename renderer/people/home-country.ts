import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min'

/** The country of numbers that are written without one: as set, else by the system's languages; null when neither tells. */
export function homeCountry(set: string, languages: readonly string[] = navigator.languages): CountryCode | null {
  for (const country of [set, ...languages.map(regionOf)]) if (country && isSupportedCountry(country)) return country
  return null
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region
  } catch {
    return undefined
  }
}
