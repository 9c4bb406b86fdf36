import { useTranslation } from 'react-i18next'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { Badge } from '../ui/badge.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { ProblemList } from './problem-list.tsx'

interface PlaybookRowProps {
  readonly entry: PlaybookEntry
  readonly isUsed: boolean
  readonly hasDraft: boolean
  /** Undefined where it is in use, or can never have been read. */
  readonly use: (() => void) | undefined
  readonly edit: () => void
  readonly duplicate: (() => void) | undefined
  readonly save: () => void
  /** Undefined for one that is built in. */
  readonly remove: (() => void) | undefined
}

export function PlaybookRow({ entry, isUsed, hasDraft, use, edit, duplicate, save, remove }: PlaybookRowProps) {
  const { t } = useTranslation()
  const { playbook, file, builtIn, errors, warnings } = entry
  const name = playbook?.name ?? file
  return (
    <li>
      <article
        aria-label={name}
        className="flex flex-col gap-2 rounded-card border border-line bg-surface px-3.5 py-3 shadow-card"
      >
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="min-w-0 text-body">
            <bdi>{name}</bdi>
          </h2>
          {isUsed ? <Badge tone="accent">{t('playbooks.usedForCalls')}</Badge> : null}
          {builtIn ? <Badge>{t('playbooks.builtIn')}</Badge> : null}
          {hasDraft ? <Badge tone="warn">{t('playbooks.draft')}</Badge> : null}
          {warnings.length > 0 ? <Badge tone="warn">{t('playbooks.warnings', { count: warnings.length })}</Badge> : null}
        </header>
        <p className="text-small text-muted">
          {playbook ? (
            <>
              {t('playbooks.steps', { count: playbook.steps.length })} · {t('playbooks.kinds', { count: playbook.kinds.length })}
              {builtIn ? null : (
                <>
                  {' '}
                  · <bdi>{file}</bdi>
                </>
              )}
            </>
          ) : (
            t('playbooks.unnamed')
          )}
        </p>
        {errors.length > 0 ? (
          <div className="rounded-small bg-danger-soft px-2.5 py-2">
            <ProblemList label={t('playbooks.errors', { count: errors.length })} errors={errors.slice(0, 3)} />
            <p className="px-1 pt-1 text-note">{t(playbook ? 'playbooks.lastGood' : 'playbooks.neverGood')}</p>
          </div>
        ) : null}
        <div className="flex flex-wrap gap-x-4 gap-y-1.5 text-note">
          {use ? <TextButton label={t('playbooks.use')} onPress={use} /> : null}
          <TextButton label={t(builtIn ? 'playbooks.look' : 'playbooks.edit')} onPress={edit} />
          {duplicate ? <TextButton label={t('playbooks.duplicate')} onPress={duplicate} /> : null}
          <TextButton label={t('playbooks.export')} onPress={save} />
          {remove ? <TextButton label={t('playbooks.remove')} onPress={remove} /> : null}
        </div>
      </article>
    </li>
  )
}
