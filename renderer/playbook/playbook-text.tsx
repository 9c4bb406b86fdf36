import type { KeyboardEvent, Ref } from 'react'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

interface PlaybookTextProps {
  readonly label: string
  readonly text: string
  readonly isReadOnly: boolean
  readonly onChange: (text: string) => void
  readonly areaRef: Ref<HTMLTextAreaElement>
  /** Escape: back to the keys. */
  readonly onLeave: () => void
}

/** The author's YAML. Enter keeps the indentation; Tab keeps its meaning, so that nobody is caught in here. */
export function PlaybookText({ label, text, isReadOnly, onChange, areaRef, onLeave }: PlaybookTextProps) {
  return (
    <TextField
      aria-label={label}
      value={text}
      onChange={onChange}
      isReadOnly={isReadOnly}
      autoFocus
      className="flex min-h-0 flex-1 flex-col rounded-card border border-line bg-surface focus-within:border-accent"
    >
      <TextArea
        ref={areaRef}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') onLeave()
          else if (event.key === 'Enter' && !isReadOnly && hasNoModifier(event)) breakLine(event.currentTarget)
          else return
          event.preventDefault()
        }}
        className="min-h-0 flex-1 resize-none rounded-card px-3 py-2.5 font-mono text-note leading-normal outline-none"
      />
    </TextField>
  )
}

function hasNoModifier(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
}

/** `execCommand` is the one way to write into a text area that its own undo can take back. */
function breakLine(area: HTMLTextAreaElement): void {
  const line = area.value.slice(area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, area.selectionStart)
  const [indentation = ''] = line.match(/^ */) ?? []
  document.execCommand('insertText', false, `\n${indentation}`)
}
