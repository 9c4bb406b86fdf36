import type { Money } from '../../shared/playbook/playbook.ts'

export function moneyText({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount)
}
