import { useTranslation } from 'react-i18next'
import { openPromisesIn } from '../../shared/notes/promises-in-note.ts'
import { Kbd } from '../ui/kbd.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { togglePromise } from './insert-text.ts'

interface NotePromiseKeyProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly text: string
  readonly onCall?: (() => void) | undefined
}

/** Makes the line a promise, says how many are open, and how to leave the note. */
export function NotePromiseKey({ area, text, onCall }: NotePromiseKeyProps) {
  const { t } = useTranslation()
  const open = openPromisesIn(text).length
  return (
    <>
      <KeyButton
        look="inline"
        cap="Ctrl ."
        shortcut="Control+."
        label={open === 0 ? t('writing.promise') : t('writing.promises', { count: open })}
        onPress={() => area.current && togglePromise(area.current)}
      />
      {open > 0 && onCall ? (
        <KeyButton look="inline" cap="Ctrl ⇧ ." shortcut="Control+Shift+." label={t('writing.promiseCall')} onPress={onCall} />
      ) : null}
      <span title={t('note.keysOff')}>
        <Kbd keys="Esc" />
      </span>
    </>
  )
}
