import { useTranslation } from 'react-i18next'
import type { Kind } from '../../shared/playbook/playbook.ts'

interface KindAdviceProps {
  readonly kind: Kind
}

/** How to meet a kind of client, in full. */
export function KindAdvice({ kind: { fear, stance, do: helps, dont } }: KindAdviceProps) {
  const { t } = useTranslation()
  const advice = [
    [t('kind.do'), helps],
    [t('kind.dont'), dont],
  ] as const
  return (
    <div className="flex flex-col gap-1.5 text-note">
      <p dir="auto" className="text-muted">
        <strong className="font-semibold text-text">
          {t('kind.fear')} {fear}
        </strong>{' '}
        {stance}
      </p>
      <div className="grid grid-cols-2 gap-x-4">
        {advice.map(([title, items]) => (
          <div key={title}>
            <h3 className="text-small text-muted">{title}</h3>
            <ul>
              {items.map((item) => (
                <li key={item} dir="auto">
                  {item}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  )
}
