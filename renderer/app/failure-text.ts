import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { DialerId } from '../../shared/dialers/dialer-health.ts'
import type { AskFailure } from './asking.ts'

/** What went wrong and what to do next, in the agent's words. */
export function failureText(t: TFunction, failure: AskFailure): string {
  switch (failure.kind) {
    case 'dialer.unreachable':
      return t(isAsterisk(failure) ? 'asterisk.unreachable' : 'failure.unreachable', { host: failure.host, port: failure.port })
    case 'dialer.taken':
      return t(isAsterisk(failure) ? 'asterisk.taken' : 'failure.taken', { host: failure.host, port: failure.port })
    case 'dialer.garbled':
      return t(isAsterisk(failure) ? 'asterisk.garbled' : 'failure.garbled')
    case 'dialer.silent':
      return t('failure.silent', { seconds: Math.max(1, Math.round(failure.waitedMs / 1000)) })
    case 'dialer.portInUse':
      return t('failure.portInUse', { port: failure.port })
    case 'dialer.off':
      return t('failure.off')
    case 'dialer.noSuchCall':
      return t('failure.noSuchCall')
    case 'dialer.busy':
      return t('failure.busy')
    case 'dialer.ownPhoneAway':
      return t('failure.ownPhoneAway')
    case 'dialer.cannot':
      return t('failure.cannot')
    case 'dialer.notDiallable':
      return t('failure.notDiallable', { number: failure.number })
    case 'dialer.notConfigured':
      return t(`asterisk.needs.${failure.missing}`)
    case 'dialer.refused':
      return t('failure.refused', { said: failure.said })
    case 'settings.notSaved':
      return t('failure.settingsNotSaved')
    case 'playbook.notUnderstood':
      return t('failure.playbookNotUnderstood', { count: failure.errors.length })
    case 'playbook.idTaken':
      return t('failure.playbookIdTaken', { id: failure.id })
    case 'playbook.notThere':
      return t('failure.playbookNotThere')
    case 'playbook.isBuiltIn':
      return t('failure.playbookIsBuiltIn')
    case 'playbook.tooMany':
      return t('failure.playbookTooMany', { most: failure.most })
    case 'playbook.notSaved':
      return t('failure.playbookNotSaved')
    case 'hub.unreachable':
      return t('failure.hubUnreachable', { url: failure.url })
    case 'hub.refused':
      return t('failure.hubRefused', { url: failure.url })
    case 'hub.certificate':
      return t('failure.hubCertificate', { url: failure.url })
    case 'hub.authority':
      return t(`team.authorityWrong.${failure.problem}`)
    case 'hub.notConfigured':
      return t(`failure.hubNeeds.${failure.missing}`)
    case 'alarm.unknown':
      return t('failure.alarmUnknown')
    case 'alarm.notKept':
      return t('failure.alarmNotKept')
    case 'alarm.noDeputy':
      return t('failure.alarmNoDeputy')
    case 'brief.noHub':
      return t('failure.briefNoHub')
    case 'brief.notKept':
      return t('failure.briefNotKept')
    case 'brief.unknown':
      return t('failure.briefUnknown')
    case 'brief.noWebhook':
      return t('failure.briefNoWebhook')
    case 'brief.webhookRefused':
      return failure.status === null ? t('failure.webhookUnreachable') : t('failure.webhookRefused', { status: failure.status })
    case 'hosting.portInUse':
      return t('failure.portInUse', { port: failure.port })
    case 'hosting.certificate':
      return t('failure.hostingCertificate')
    case 'hosting.disk':
      return t('failure.hostingDisk')
    case 'hosting.needsCertificate':
      return t('failure.hostingNeedsCertificate')
    case 'hosting.failed':
      return t('failure.hostingFailed')
    case 'companion.silent':
      return t('failure.companionSilent')
    default:
      return assertNever(failure)
  }
}

function isAsterisk({ dialer }: { readonly dialer: DialerId }): boolean {
  return dialer === 'asterisk'
}
