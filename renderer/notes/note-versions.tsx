import { useTranslation } from 'react-i18next'
import { changedWords, type WordsPart } from '../../shared/notes/changed-words.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import { TextButton } from '../ui/text-button.tsx'
import { fullTimeText, whenText } from '../words/times.ts'

interface NoteVersionsProps {
  /** Oldest first. */
  readonly edits: readonly NoteEdit[]
  /** As it is now. */
  readonly text: string
  readonly tags: readonly string[]
  readonly now: number
  /** Undefined while something is written. */
  readonly onBringBack: ((edit: NoteEdit) => void) | undefined
}

/** Characters of an unchanged part that stay in sight on either side of a change. */
const around = 30

/** Every change of a note, the latest first: when, what, and the way back to before it. */
export function NoteVersions({ edits, text, tags, now, onBringBack }: NoteVersionsProps) {
  const { t, i18n } = useTranslation()
  const latest: Version = { text, tags }
  const versions = edits.map(({ before }) => versionOf(before))
  const changes = edits
    .map((edit, index) => ({ edit, before: versions[index] ?? latest, after: versions[index + 1] ?? latest }))
    .reverse()
  return (
    <ol aria-label={t('writing.versions')} className="flex flex-col gap-3 border-s border-line-strong ps-3">
      {changes.map(({ edit, before, after }) => (
        <li key={edit.id} className="flex flex-col gap-0.5 text-note">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-small text-muted">
            <time title={fullTimeText(edit.replacedAt, i18n.language)} className="tabular-nums">
              {t('writing.changedAt', { when: whenText(edit.replacedAt, now, i18n.language) })}
            </time>
            {onBringBack && !isSame(before, latest) ? (
              <TextButton label={t('writing.bringBack')} onPress={() => onBringBack(edit)} />
            ) : null}
          </span>
          <p dir="auto" className="max-h-40 overflow-y-auto break-words whitespace-pre-line">
            {isSame(before, after) ? t('writing.sameWords') : null}
            {before.text === after.text ? null : <Changes parts={changedWords(before.text, after.text)} />}
          </p>
          <TagChanges before={before.tags} after={after.tags} />
        </li>
      ))}
    </ol>
  )
}

type Version = Pick<NoteVersionsProps, 'text' | 'tags'>

function versionOf({ text, handling }: Note): Version {
  return { text, tags: handling?.outcome.tags ?? [] }
}

function isSame(one: Version, other: Version): boolean {
  return one.text === other.text && one.tags.join('\n') === other.tags.join('\n')
}

interface TagChangesProps {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function TagChanges({ before, after }: TagChangesProps) {
  const { t } = useTranslation()
  const changes: readonly WordsPart[] = [
    ...before.filter((tag) => !after.includes(tag)).map((text) => ({ kind: 'gone' as const, text })),
    ...after.filter((tag) => !before.includes(tag)).map((text) => ({ kind: 'new' as const, text })),
  ]
  if (changes.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-2">
      <Changes parts={changes.map(({ kind, text }) => ({ kind, text: t('writing.tag', { tag: text }) }))} />
    </p>
  )
}

interface ChangesProps {
  readonly parts: readonly WordsPart[]
}

function Changes({ parts }: ChangesProps) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}${kind}`
    if (kind === 'gone')
      return (
        <del key={key} className="text-danger">
          {text}
        </del>
      )
    if (kind === 'new')
      return (
        <ins key={key} className="text-good">
          {text}
        </ins>
      )
    return <span key={key}>{shortened(text, index === 0, index === parts.length - 1)}</span>
  })
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * around) return text
  const head = isFirst ? '' : text.slice(0, around).replace(/[\uD800-\uDBFF]$/, '')
  const tail = isLast ? '' : text.slice(-around).replace(/^[\uDC00-\uDFFF]/, '')
  return `${head}…${tail}`
}
