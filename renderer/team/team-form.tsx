import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HubTest } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { authorityTextProblem } from '../../shared/transfer/authority-text.ts'
import type { Role } from '../../shared/transfer/colleague.ts'
import { isHubUrl } from '../../shared/transfer/hub-url.ts'
import { personIdPattern } from '../../shared/transfer/person-id.ts'
import { Choice } from '../ui/choice.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { AuthorityField } from './authority-field.tsx'
import type { HubTested } from './hub-tested.ts'
import { topicsFrom } from './topics-from.ts'

interface TeamFormProps {
  readonly saved: Settings['team']
  readonly passwordIsKept: boolean
  /** Why the hub is away now, in words. */
  readonly trouble: string | null
  readonly test: (test: HubTest) => Promise<HubTested>
  /** An empty password leaves the one that is kept. */
  readonly save: (team: Settings['team'], password: string) => void
  readonly forgetPassword: () => void
}

const roles = ['agent', 'expert', 'manager'] as const satisfies readonly Role[]

/** Where the team's hub is, and who this person is there. */
export function TeamForm({ saved, passwordIsKept, trouble, test, save, forgetPassword }: TeamFormProps) {
  const [written, setWritten] = useState({ ...saved, topics: saved.topics.join(', ') })
  const [password, setPassword] = useState('')
  const [tested, setTested] = useState<HubTested | 'running' | null>(null)
  const { t } = useTranslation()
  const url = written.url.trim()
  const user = written.user.trim()
  const urlProblem = isHubUrl(url) ? null : t('team.urlWrong')
  const userProblem = user === '' || personIdPattern.test(user) ? null : t('team.userWrong')
  const isEncrypted = /^mqtts:/i.test(url)
  const authority = isEncrypted ? (written.authority ?? '').trim() : ''
  const isTrusted = authorityTextProblem(authority) === null
  const isComplete = urlProblem === null && userProblem === null && isTrusted && url !== '' && user !== ''
  const { authority: _written, ...others } = written
  const trusting = authority === '' ? {} : { authority }
  const team = { ...others, ...trusting, url, user, number: written.number.trim(), topics: topicsFrom(written.topics) }
  const change = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  const saveAll = () => {
    save({ ...team, enabled: true }, password)
    change({ enabled: true })
    setPassword('')
  }
  const runTest = async () => {
    setTested('running')
    setTested(await test({ url, user, ...trusting, ...(password === '' ? {} : { password }) }))
  }
  return (
    <section aria-label={t('team.hub')} className="flex flex-col gap-3">
      <div>
        <h3>{t('team.hub')}</h3>
        <p className="text-note text-muted">{t('team.why')}</p>
      </div>
      {saved.url === '' ? null : (
        <Toggle label={t('team.enabled')} isSelected={saved.enabled} onChange={(enabled) => save({ ...saved, enabled }, '')} />
      )}
      <TextInput
        label={t('team.url')}
        description={t('team.urlHint')}
        value={written.url}
        onChange={(value) => change({ url: value })}
        maxLength={500}
        problem={urlProblem}
      />
      {isEncrypted ? <AuthorityField value={written.authority ?? ''} onChange={(text) => change({ authority: text })} /> : null}
      <TextInput
        label={t('team.user')}
        description={t('team.userHint')}
        value={written.user}
        onChange={(value) => change({ user: value })}
        maxLength={64}
        problem={userProblem}
      />
      <SecretInput
        label={t('team.password')}
        value={password}
        onChange={setPassword}
        kept={passwordIsKept ? t('team.passwordKept') : null}
        forgetLabel={t('team.forget')}
        onForget={forgetPassword}
      />
      <Choice
        label={t('team.role')}
        value={written.role}
        options={roles.map((value) => ({ value, label: t(`team.roles.${value}`) }))}
        onChange={(role) => change({ role })}
      />
      <p className="text-note text-muted">{t(`team.roleWhy.${written.role}`)}</p>
      {written.role === 'agent' ? null : (
        <>
          <TextInput
            label={t('team.topics')}
            description={t('team.topicsHint')}
            value={written.topics}
            onChange={(topics) => change({ topics })}
            maxLength={500}
          />
          <TextInput
            label={t('team.number')}
            description={t('team.numberHint')}
            type="tel"
            value={written.number}
            onChange={(number) => change({ number })}
            maxLength={60}
          />
        </>
      )}
      <div className="flex gap-2 *:flex-1">
        <WideButton
          label={tested === 'running' ? t('baresip.testing') : t('baresip.test')}
          isDisabled={!isComplete || tested === 'running'}
          onPress={() => void runTest()}
        />
        <WideButton look="main" label={t(saved.enabled ? 'team.save' : 'team.join')} isDisabled={!isComplete} onPress={saveAll} />
      </div>
      <div role="status" className="text-note font-medium empty:hidden">
        {tested !== null && tested !== 'running' ? (
          <p className={tested.trouble === null ? 'text-good' : 'text-danger'}>{tested.trouble ?? t('team.reached')}</p>
        ) : saved.enabled && trouble ? (
          <p className="text-danger">{trouble}</p>
        ) : null}
      </div>
    </section>
  )
}
