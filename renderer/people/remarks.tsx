import { type FormEvent, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface RemarksProps {
  readonly remarks: readonly string[]
  readonly onChange: (remarks: readonly string[]) => void
}

/** A few words each; more than a call's glance can hold are not taken. */
const mostRemarks = 12

/** What is good to know on the next call, as chips that can be taken off. */
export function Remarks({ remarks, onChange }: RemarksProps) {
  const [isAdding, setIsAdding] = useState(false)
  const [text, setText] = useState('')
  const { t } = useTranslation()
  const remark = text.trim()
  const isNew = remark !== '' && !remarks.includes(remark)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!isNew) return
    onChange([...remarks, remark])
    setText('')
    setIsAdding(false)
  }
  return (
    <section aria-label={t('person.remarks')} className="flex flex-col gap-2">
      {remarks.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {remarks.map((one) => (
            <li key={one} className="flex items-center gap-1 rounded-full bg-sunken py-0.5 ps-2.5 pe-1 text-small text-muted">
              <bdi>{one}</bdi>
              <Button
                aria-label={t('person.removeRemark', { remark: one })}
                onPress={() => onChange(remarks.filter((other) => other !== one))}
                className="size-5 rounded-full hover:bg-surface"
              >
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isAdding ? (
        <form
          onSubmit={add}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            event.stopPropagation()
            setIsAdding(false)
          }}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2"
        >
          <TextInput label={t('person.newRemark')} value={text} onChange={setText} maxLength={60} autoFocus />
          <WideButton type="submit" label={t('person.addRemark')} isDisabled={!isNew} />
        </form>
      ) : remarks.length < mostRemarks ? (
        <div className="text-small">
          <TextButton label={t('person.remark')} onPress={() => setIsAdding(true)} />
        </div>
      ) : null}
    </section>
  )
}
