import { useTranslation } from 'react-i18next'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { TextButton } from '../ui/text-button.tsx'
import type { PlaybookNews } from './playbook-news.ts'
import { ProblemList } from './problem-list.tsx'

interface NewsCardProps {
  readonly news: PlaybookNews
  /** The playbook that is in the way of an import; null when it may not be replaced. */
  readonly replaceable: PlaybookEntry | null
  readonly undo: (text: string) => void
  readonly addCopy: (text: string) => void
  readonly replace: (file: string, text: string) => void
  readonly dismiss: () => void
}

/** Says what was done, and the way back. */
export function NewsCard({ news, replaceable, undo, addCopy, replace, dismiss }: NewsCardProps) {
  const { t } = useTranslation()
  const isTrouble = news.kind === 'notImported'
  return (
    <div
      role={isTrouble ? 'alert' : 'status'}
      className={`flex flex-col gap-2 rounded-card px-3.5 py-2.5 text-note ${isTrouble ? 'bg-danger-soft' : 'bg-accent-soft'}`}
    >
      {isTrouble ? (
        <>
          <p className="font-semibold">{t('playbooks.notImported', { file: news.fileName })}</p>
          {news.errors.length > 0 ? <ProblemList label={t('editor.problems')} errors={news.errors} /> : <p>{news.reason}</p>}
        </>
      ) : (
        <p className="font-medium">{t(`playbooks.${news.kind}`, { name: news.name })}</p>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {news.kind === 'removed' ? <TextButton label={t('playbooks.undo')} onPress={() => undo(news.text)} /> : null}
        {isTrouble && news.inTheWay !== null ? (
          <TextButton label={t('playbooks.asCopy')} onPress={() => addCopy(news.text)} />
        ) : null}
        {isTrouble && replaceable ? (
          <TextButton
            label={t('playbooks.replace', { name: replaceable.playbook?.name ?? replaceable.file })}
            onPress={() => replace(replaceable.file, news.text)}
          />
        ) : null}
        <TextButton label={t('playbooks.dismiss')} onPress={dismiss} />
      </div>
    </div>
  )
}
