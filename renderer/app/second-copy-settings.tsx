import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalFault, JournalPlace } from '../../shared/journal/journal.ts'
import { SecondCopyFacts } from '../settings/second-copy-facts.tsx'
import type { SecondCopyTrouble } from '../storage/second-copy-state.ts'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { timeText } from '../words/times.ts'
import type { Steadyline } from './steadyline.ts'

interface SecondCopySettingsProps {
  readonly steadyline: Steadyline
}

type Look = 'journal.look' | 'journal.check'

/** Where the second copy is, how it stands, and a button that reads all of it. */
export function SecondCopySettings({ steadyline: { companion, secondCopy } }: SecondCopySettingsProps) {
  const { trouble } = useReadable(secondCopy)
  const [place, setPlace] = useState<JournalPlace | null>(null)
  const [isReading, setIsReading] = useState(false)
  const [readAt, setReadAt] = useState<number | null>(null)
  const { t, i18n } = useTranslation()

  const look = useCallback(
    async (how: Look) => {
      const found = await companion.request(how, null).catch(() => null)
      if (found !== null) setPlace(found)
      return found !== null
    },
    [companion],
  )

  useEffect(() => {
    void look('journal.look')
    return companion.on('journal.changed', () => void look('journal.look'))
  }, [companion, look])

  const readAll = async () => {
    setIsReading(true)
    setReadAt(null)
    if (await look('journal.check')) setReadAt(Date.now())
    setIsReading(false)
  }
  const concern = concernOf(trouble, place?.fault ?? null)
  return (
    <section aria-label={t('secondCopySettings.title')} className="flex flex-col gap-3">
      <div>
        <h3>{t('secondCopySettings.title')}</h3>
        <p className="text-note text-muted">{t('secondCopySettings.why')}</p>
      </div>
      {place === null ? null : <SecondCopyFacts place={place} />}
      <p role="status" className={`text-note ${concern === null ? 'text-muted' : 'font-medium text-warn'}`}>
        {concern === null ? t('secondCopySettings.follows') : t(`secondCopySettings.${concern.kind}`, { count: concern.entries })}
        {readAt === null ? null : ` ${t('secondCopySettings.read', { time: timeText(readAt, i18n.language) })}`}
      </p>
      <WideButton
        label={t(isReading ? 'secondCopySettings.reading' : 'secondCopySettings.lookAgain')}
        isDisabled={isReading}
        onPress={() => void readAll()}
      />
    </section>
  )
}

type ConcernKind = SecondCopyTrouble | JournalFault['kind']

/** What waits now is worse than what was mended. */
function concernOf(
  trouble: SecondCopyTrouble | null,
  fault: JournalFault | null,
): { readonly kind: ConcernKind; readonly entries: number } | null {
  if (trouble !== null) return { kind: trouble, entries: 0 }
  if (fault === null) return null
  return { kind: fault.kind, entries: fault.kind === 'journal.damaged' ? fault.entries : 0 }
}
