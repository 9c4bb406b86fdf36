import { useTranslation } from 'react-i18next'
import { changedWords, type WordsPart } from '../../shared/notes/changed-words.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import { TextButton } from '../ui/text-button.tsx'
import { fullTimeText, whenText } from '../words/times.ts'

interface NoteVersionsProps {
  /** Oldest first. */
  readonly edits: readonly NoteEdit[]
  /** As it reads now. */
  readonly text: string
  readonly now: number
  /** Undefined while something is written. */
  readonly onBringBack: ((edit: NoteEdit) => void) | undefined
}

/** Characters of an unchanged part that stay in sight on either side of a change. */
const around = 30

/** Every change of a note, the latest first: when, what, and the way back to before it. */
export function NoteVersions({ edits, text, now, onBringBack }: NoteVersionsProps) {
  const { t, i18n } = useTranslation()
  const changes = edits.map((edit, index) => ({ edit, after: edits[index + 1]?.before.text ?? text })).reverse()
  return (
    <ol aria-label={t('writing.versions')} className="flex flex-col gap-3 border-s border-line-strong ps-3">
      {changes.map(({ edit, after }) => (
        <li key={edit.id} className="flex flex-col gap-0.5 text-note">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-small text-muted">
            <time title={fullTimeText(edit.replacedAt, i18n.language)} className="tabular-nums">
              {t('writing.changedAt', { when: whenText(edit.replacedAt, now, i18n.language) })}
            </time>
            {onBringBack && edit.before.text !== text ? (
              <TextButton label={t('writing.bringBack')} onPress={() => onBringBack(edit)} />
            ) : null}
          </span>
          <p dir="auto" className="max-h-40 overflow-y-auto break-words whitespace-pre-line">
            {edit.before.text === after ? t('writing.sameWords') : <Changes parts={changedWords(edit.before.text, after)} />}
          </p>
        </li>
      ))}
    </ol>
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
