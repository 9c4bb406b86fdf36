import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/people/person.ts'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { PersonName } from './person-name.tsx'

interface PersonHeadingProps {
  readonly person: Person
  readonly onRename: (name: string) => void
}

/** As long as what a dialer may say. */
const longestName = 120

/** The name, and the way to write a better one. */
export function PersonHeading({ person, onRename }: PersonHeadingProps) {
  const [written, setWritten] = useState<string | null>(null)
  const { t } = useTranslation()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (written !== null && written.trim() !== person.name) onRename(written)
    setWritten(null)
  }
  if (written === null)
    return (
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-caller font-semibold">
          <PersonName person={person} />
        </h1>
        <span className="text-small">
          <TextButton label={t('person.rename')} onPress={() => setWritten(person.name)} />
        </span>
      </div>
    )
  return (
    <form
      onSubmit={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        setWritten(null)
      }}
      className="flex flex-col gap-2"
    >
      <TextInput label={t('person.name')} value={written} onChange={setWritten} maxLength={longestName} autoFocus />
      <div className="grid grid-cols-2 gap-2">
        <WideButton label={t('person.cancel')} onPress={() => setWritten(null)} />
        <WideButton type="submit" label={t('person.save')} look="main" />
      </div>
    </form>
  )
}
