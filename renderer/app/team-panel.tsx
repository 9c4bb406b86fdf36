import '../words/rooms.ts'
import { useTranslation } from 'react-i18next'
import type { HubTest } from '../../shared/contract.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { ChatForm } from '../team/chat-form.tsx'
import { HubForm } from '../team/hub-form.tsx'
import { HubMembers } from '../team/hub-members.tsx'
import type { HubTested } from '../team/hub-tested.ts'
import { TeamForm } from '../team/team-form.tsx'
import { TransferForm } from '../team/transfer-form.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { failureText } from './failure-text.ts'
import type { Steadyline } from './steadyline.ts'
import { Trouble } from './trouble.tsx'

interface TeamPanelProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly openPeople: () => void
}

export function TeamPanel({ steadyline, asking, openPeople }: TeamPanelProps) {
  const { settings, team, hub, secrets } = useReadable(steadyline.mirror)
  const { t } = useTranslation()
  const keep = (secret: 'hubPassword' | 'webhookUrl', value: string) => asking.ask('secret.keep', { secret, value })
  const saveTeam = async (written: Settings['team'], password: string) => {
    if (password !== '' && !(await keep('hubPassword', password))?.ok) return
    await asking.ask('settings.change', { team: written })
  }
  const test = async (written: HubTest): Promise<HubTested> => {
    const answer = await steadyline.companion.request('hub.test', written).catch(() => null)
    if (answer === null) return { trouble: failureText(t, { kind: 'companion.silent' }) }
    return { trouble: answer.ok ? null : failureText(t, answer.failure) }
  }
  const admit = async (user: string) => {
    const answer = await asking.ask('hub.admit', { user })
    return answer?.ok ? answer.value.password : null
  }
  return (
    <>
      <Trouble asking={asking} />
      <TeamForm
        saved={settings.team}
        passwordIsKept={secrets.includes('hubPassword')}
        trouble={team.link.state === 'down' ? failureText(t, team.link.failure) : null}
        test={test}
        save={(written, password) => void saveTeam(written, password)}
        forgetPassword={() => void keep('hubPassword', '')}
      />
      <hr className="border-line" />
      <section aria-label={t('people.title')} className="flex flex-col gap-3">
        <div>
          <h3>{t('people.title')}</h3>
          <p className="text-note text-muted">{t('people.why')}</p>
        </div>
        <WideButton label={t('people.open', { count: settings.directory.length })} onPress={openPeople} />
      </section>
      <hr className="border-line" />
      <TransferForm
        saved={settings.transfer}
        sound={settings.briefSound}
        save={(transfer) => void asking.ask('settings.change', { transfer })}
        changeSound={(briefSound) => void asking.ask('settings.change', { briefSound })}
      />
      <hr className="border-line" />
      <ChatForm
        saved={settings.webhook}
        addressIsKept={secrets.includes('webhookUrl')}
        save={(webhook) => void asking.ask('settings.change', { webhook })}
        keepAddress={(address) => void keep('webhookUrl', address)}
      />
      <hr className="border-line" />
      <HubForm
        saved={settings.hub}
        hosted={hub}
        trouble={hub.state === 'failed' ? failureText(t, hub.failure) : null}
        save={(written) => void asking.ask('settings.change', { hub: written })}
      />
      {hub.state === 'running' ? (
        <HubMembers members={hub.members} admit={admit} expel={(user) => void asking.ask('hub.expel', { user })} />
      ) : null}
    </>
  )
}
