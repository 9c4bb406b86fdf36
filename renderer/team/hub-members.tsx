import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { personIdPattern } from '../../shared/transfer/person-id.ts'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { NewPassword } from './new-password.tsx'

interface HubMembersProps {
  readonly members: readonly string[]
  /** Null when they could not be admitted. */
  readonly admit: (user: string) => Promise<string | null>
  readonly expel: (user: string) => void
}

/** Who may come to the hub on this computer. */
export function HubMembers({ members, admit, expel }: HubMembersProps) {
  const [name, setName] = useState('')
  const [made, setMade] = useState<{ readonly user: string; readonly password: string } | null>(null)
  const { t } = useTranslation()
  const user = name.trim()
  const isName = personIdPattern.test(user)
  const letIn = async (who: string) => {
    const password = await admit(who)
    setMade(password === null ? null : { user: who, password })
    if (password !== null) setName('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isName) void letIn(user)
  }
  return (
    <section aria-label={t('hosting.members')} className="flex flex-col gap-3">
      <h4 className="font-semibold">{t('hosting.members')}</h4>
      {members.length === 0 ? <p className="text-note text-muted">{t('hosting.noMembers')}</p> : null}
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {members.map((member) => (
          <li key={member} className="flex flex-wrap items-center justify-between gap-x-4 text-note">
            <bdi className="font-medium">{member}</bdi>
            <span className="flex gap-4">
              <TextButton label={t('hosting.newPassword')} onPress={() => void letIn(member)} />
              <TextButton label={t('hosting.expel')} onPress={() => expel(member)} />
            </span>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
        <TextInput
          label={t('hosting.admitWho')}
          value={name}
          onChange={setName}
          maxLength={64}
          problem={user === '' || isName ? null : t('team.userWrong')}
        />
        <WideButton type="submit" label={t('hosting.admit')} isDisabled={!isName} />
      </form>
      {made ? <NewPassword {...made} /> : null}
    </section>
  )
}
