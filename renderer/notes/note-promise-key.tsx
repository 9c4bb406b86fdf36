import { useTranslation } from 'react-i18next'
import { openPromisesIn } from '../../shared/notes/promises-in-note.ts'
import { Kbd } from '../ui/kbd.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { togglePromise } from './insert-text.ts'

interface NotePromiseKeyProps {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly text: string
}

/** Makes the line a promise, says how many are open, and how to leave the note. */
export function NotePromiseKey({ area, text }: NotePromiseKeyProps) {
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
      <span title={t('note.keysOff')}>
        <Kbd keys="Esc" />
      </span>
    </>
  )
}
