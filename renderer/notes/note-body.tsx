import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { useTranslation } from 'react-i18next'
import { promisesIn, type WrittenPromise } from '../../shared/notes/promises-in-note.ts'

interface NoteBodyProps {
  readonly text: string
  /** Undefined where the note can only be read. */
  readonly onTick: ((promise: WrittenPromise, isKept: boolean) => void) | undefined
  /** Offers a call at each promise that is open. */
  readonly onCall?: ((promise: WrittenPromise) => void) | undefined
  /** What else is known of a promise with these words. */
  readonly remarkOn?: (words: string) => string | undefined
}

/** A note as it was written, with a box before each of its promises. */
export function NoteBody({ text, ...ofPromise }: NoteBodyProps) {
  return (
    <div className="flex flex-col gap-1">
      {partsOf(text).map((part) =>
        typeof part.is === 'string' ? (
          <p key={part.at} dir="auto" className="break-words whitespace-pre-line">
            {part.is}
          </p>
        ) : (
          <PromiseLine key={part.at} promise={part.is} {...ofPromise} />
        ),
      )}
    </div>
  )
}

interface PromiseLineProps extends Omit<NoteBodyProps, 'text'> {
  readonly promise: WrittenPromise
}

function PromiseLine({ promise, onTick, onCall, remarkOn }: PromiseLineProps) {
  const { t } = useTranslation()
  const { words, isKept } = promise
  const remark = remarkOn?.(words)
  return (
    <div>
      <div className="flex items-start justify-between gap-3">
        <PromiseBox promise={promise} onTick={onTick} />
        {onCall && !isKept ? (
          <Button
            aria-label={t('writing.promiseCallAbout', { words })}
            onPress={() => onCall(promise)}
            className="flex-none rounded-small py-0.5 text-small font-semibold text-accent underline underline-offset-2"
          >
            {t('writing.promiseCall')}
          </Button>
        ) : null}
      </div>
      {remark === undefined ? null : <p className="ps-3 text-small text-muted">{remark}</p>}
    </div>
  )
}

type PromiseBoxProps = Pick<PromiseLineProps, 'promise' | 'onTick'>

function PromiseBox({ promise, onTick }: PromiseBoxProps) {
  const { words, isKept } = promise
  return (
    <Checkbox
      isSelected={isKept}
      isReadOnly={onTick === undefined}
      onChange={(kept) => onTick?.(promise, kept)}
      className="group flex min-w-0 flex-1 cursor-default items-start gap-2.5 rounded-small py-0.5 data-focus-visible:outline-2 data-focus-visible:outline-accent"
    >
      <span className="mt-0.5 grid size-4 flex-none place-items-center rounded-[4px] border border-edge bg-surface text-on-accent group-data-selected:border-accent group-data-selected:bg-accent">
        <svg
          viewBox="0 0 10 10"
          aria-hidden="true"
          className="hidden size-3 fill-none stroke-current stroke-[1.75] group-data-selected:block"
        >
          <path d="M1.5 5.2 4 7.7 8.5 2.6" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
      <span dir="auto" className="min-w-0 flex-1 break-words group-data-selected:text-muted">
        {words}
      </span>
    </Checkbox>
  )
}

interface Part {
  readonly at: number
  readonly is: string | WrittenPromise
}

/** Promises, and all that stands between two of them as one. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  const wordsUpTo = (to: number) => {
    const words = text.slice(from, to).replace(/^\n+|\s+$/g, '')
    if (words !== '') parts.push({ at: from, is: words })
  }
  for (const promise of promisesIn(text)) {
    const lineFrom = text.lastIndexOf('\n', promise.markAt) + 1
    wordsUpTo(lineFrom)
    parts.push({ at: promise.markAt, is: promise })
    const lineTo = text.indexOf('\n', promise.markAt)
    from = lineTo === -1 ? text.length : lineTo + 1
  }
  wordsUpTo(text.length)
  return parts
}
