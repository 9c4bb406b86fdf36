import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ArrowList } from '../ui/arrow-list.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { Press } from '../ui/press.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface DeclineReasonsProps {
  readonly reasons: readonly string[]
  readonly onDecline: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why not, over the bar it stands on; a digit answers. */
export function DeclineReasons({ reasons, onDecline, onCancel }: DeclineReasonsProps) {
  const [own, setOwn] = useState('')
  const first = useRef<HTMLDivElement>(null)
  const { t } = useTranslation()
  useEffect(() => first.current?.querySelector('button')?.focus(), [])
  const sendOwn = (event: FormEvent) => {
    event.preventDefault()
    if (own.trim()) onDecline(own.trim())
  }
  return (
    <section
      aria-label={t('inbox.why')}
      className="absolute inset-x-0 bottom-0 border-t border-line bg-surface px-3.5 pt-2 pb-2.5 shadow-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      <div className="flex items-center justify-between gap-3 pb-1">
        <h2 className="text-small font-semibold text-muted">{t('inbox.why')}</h2>
        <KeyButton look="inline" cap="Esc" shortcut="Escape" label={t('inbox.stay')} onPress={onCancel} />
      </div>
      <div ref={first}>
        <ArrowList label={t('inbox.why')} className="flex flex-col gap-1.5">
          {reasons.map((reason, index) => (
            <li key={reason}>
              <Press
                shortcut={String(index + 1)}
                onPress={() => onDecline(reason)}
                className="flex w-full items-center justify-between gap-3 rounded-lg border border-edge px-3 py-2 text-start font-medium hover:bg-sunken"
              >
                <span>{reason}</span>
                <Kbd keys={String(index + 1)} />
              </Press>
            </li>
          ))}
        </ArrowList>
      </div>
      <form onSubmit={sendOwn} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 pt-2">
        <TextInput label={t('inbox.ownWords')} value={own} onChange={setOwn} maxLength={300} />
        <WideButton type="submit" label={t('inbox.decline')} isDisabled={own.trim() === ''} />
      </form>
    </section>
  )
}
