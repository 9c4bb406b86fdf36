import { useTranslation } from 'react-i18next'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import { PhoneNumber } from '../ui/phone-number.tsx'

interface BriefCardProps {
  readonly content: BriefContent
}

const parts = ['situation', 'background', 'tried', 'request', 'avoid'] as const

/** A brief as its reader needs it in five seconds: the sentence, the facts, and what is asked. */
export function BriefCard({ content }: BriefCardProps) {
  const { t } = useTranslation()
  const { caller, tone, headline, readBack } = content
  const checked = caller.verified === 'unknown' ? '' : t(`inbox.verified.${caller.verified}`)
  return (
    <>
      <article className="rounded-card border border-line bg-surface p-3.5 shadow-card">
        <h2 dir="auto" className="text-caller leading-tight font-semibold text-balance">
          {headline || caller.name}
        </h2>
        <p className="mt-1 text-note leading-snug text-muted">
          <bdi>{[tone, checked].filter(Boolean).join(' · ')}</bdi>
          {caller.number ? (
            <>
              {tone || checked ? ' · ' : ''}
              <PhoneNumber number={caller.number} />
            </>
          ) : null}
        </p>
        <dl className="mt-3 grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-2">
          {parts
            .filter((part) => content[part] !== '')
            .map((part) => (
              <div key={part} className="contents">
                <dt className="pt-px text-note text-muted">{t(`inbox.part.${part}`)}</dt>
                <dd dir="auto" className={part === 'request' ? 'font-semibold' : ''}>
                  {content[part]}
                </dd>
              </div>
            ))}
        </dl>
      </article>
      {readBack ? (
        <section className="rounded-card border border-line bg-surface p-3.5 shadow-card">
          <h3 className="pb-1.5 text-small text-accent">{t('inbox.readBack')}</h3>
          <p dir="auto" className="text-caller leading-snug font-medium text-pretty">
            {readBack}
          </p>
        </section>
      ) : null}
    </>
  )
}
