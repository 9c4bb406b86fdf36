import '../words/rooms.ts'
import { useTranslation } from 'react-i18next'
import type { DialerTest } from '../../shared/contract.ts'
import type { DialerId } from '../../shared/dialers/dialer-health.ts'
import type { SettingsChange } from '../../shared/settings/settings.ts'
import { zoneRules } from '../callbacks/zone-rules.ts'
import { AsteriskForm } from '../dialers/asterisk-form.tsx'
import { BaresipForm } from '../dialers/baresip-form.tsx'
import { ManualWords } from '../dialers/manual-words.tsx'
import { PushForm } from '../dialers/push-form.tsx'
import type { Tested } from '../dialers/tested.ts'
import { CallbacksForm } from '../settings/callbacks-form.tsx'
import { CallsForm } from '../settings/calls-form.tsx'
import { GeneralForm } from '../settings/general-form.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { failureText } from './failure-text.ts'
import { playbookForCalls } from './playbook-for-calls.ts'
import { SecondCopySettings } from './second-copy-settings.tsx'
import type { Steadyline } from './steadyline.ts'
import { Trouble } from './trouble.tsx'

interface SettingsPanelProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly openPlaybooks: () => void
  readonly openTeam: () => void
}

export function SettingsPanel({ steadyline, asking, openPlaybooks, openTeam }: SettingsPanelProps) {
  const mirror = useReadable(steadyline.mirror)
  const { settings, dialers, secrets, about } = mirror
  const { t } = useTranslation()
  const change = (part: SettingsChange) => void asking.ask('settings.change', part)
  const troubleOf = (id: DialerId) => {
    const failure = dialers.find(({ dialer }) => dialer === id)?.failure
    return failure ? failureText(t, failure) : null
  }
  const test = async (dialer: DialerTest): Promise<Tested> => {
    const answer = await steadyline.companion.request('dialer.test', dialer).catch(() => null)
    if (answer === null) return { trouble: failureText(t, { kind: 'companion.silent' }) }
    return answer.ok ? { findings: answer.value } : { trouble: failureText(t, answer.failure) }
  }
  const makeToken = async () => {
    const answer = await asking.ask('push.newToken', null)
    return answer?.ok ? answer.value.token : null
  }
  return (
    <>
      <Trouble asking={asking} />
      <BaresipForm
        saved={settings.baresip}
        trouble={troubleOf('baresip')}
        test={(baresip) => test({ dialer: 'baresip', settings: baresip })}
        save={(baresip) => change({ baresip })}
      />
      <hr className="border-line" />
      <AsteriskForm
        saved={settings.asterisk}
        secretIsKept={secrets.includes('asteriskSecret')}
        trouble={troubleOf('asterisk')}
        test={(asterisk, secret) => test({ dialer: 'asterisk', settings: asterisk, ...(secret === '' ? {} : { secret }) })}
        save={(asterisk) => change({ asterisk })}
        keepSecret={(value) => void asking.ask('secret.keep', { secret: 'asteriskSecret', value })}
      />
      <hr className="border-line" />
      <PushForm saved={settings.push} trouble={troubleOf('push')} save={(push) => change({ push })} makeToken={makeToken} />
      <hr className="border-line" />
      <ManualWords />
      <hr className="border-line" />
      <CallsForm
        key={settings.agentName}
        agentName={settings.agentName}
        playbookName={playbookForCalls(mirror).name}
        saveName={(agentName) => change({ agentName })}
        openPlaybooks={openPlaybooks}
      />
      <hr className="border-line" />
      <CallbacksForm
        key={JSON.stringify({ ...settings.callbacks, sound: null })}
        saved={settings.callbacks}
        save={(callbacks) => change({ callbacks })}
      />
      <hr className="border-line" />
      <section aria-label={t('team.title')} className="flex flex-col gap-3">
        <div>
          <h3>{t('team.title')}</h3>
          <p className="text-note text-muted">{t('team.why')}</p>
        </div>
        <WideButton label={t('team.setUp')} onPress={openTeam} />
      </section>
      <hr className="border-line" />
      <SecondCopySettings steadyline={steadyline} />
      <hr className="border-line" />
      <GeneralForm settings={settings} onChange={change} />
      <div className="text-small text-faint">
        <p>{t('panel.version', { version: about.version })}</p>
        <p>{t('callbackSettings.windowRules', { rules: zoneRules() })}</p>
        <p>{t('callbackSettings.companionRules', { rules: about.zoneData })}</p>
      </div>
    </>
  )
}
