import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { AskFailure } from './asking.ts'

/** What went wrong and what to do next, in the agent's words. */
export function failureText(t: TFunction, failure: AskFailure): string {
  switch (failure.kind) {
    case 'dialer.unreachable':
      return t('failure.unreachable', { host: failure.host, port: failure.port })
    case 'dialer.taken':
      return t('failure.taken', { host: failure.host, port: failure.port })
    case 'dialer.garbled':
      return t('failure.garbled')
    case 'dialer.silent':
      return t('failure.silent', { seconds: Math.max(1, Math.round(failure.waitedMs / 1000)) })
    case 'dialer.portInUse':
      return t('failure.portInUse', { port: failure.port })
    case 'dialer.off':
      return t('failure.off')
    case 'dialer.noSuchCall':
      return t('failure.noSuchCall')
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
    case 'companion.silent':
      return t('failure.companionSilent')
    default:
      return assertNever(failure)
  }
}
