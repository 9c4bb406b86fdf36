import type { TFunction } from 'i18next'
import { patternDays, type Standing } from '../../shared/people/one-time-or-pattern.ts'
import type { BriefLabels } from '../../shared/transfer/brief-text.ts'
import type { BriefWords } from '../../shared/transfer/compose-brief.ts'

export function briefWords(t: TFunction): BriefWords {
  return {
    someone: t('transfer.brief.someone'),
    headline: (who) => t('transfer.brief.headline', { who }),
    fear: (kind, fear) => t('transfer.brief.fear', { kind, fear: fear.charAt(0).toLowerCase() + fear.slice(1) }),
    triggers: (list) => t('transfer.brief.triggers', { list: list.toLowerCase() }),
    boundaries: (list) => t('transfer.brief.boundaries', { list }),
    done: (list) => t('transfer.brief.doneSo', { list }),
    granted: (list) => t('transfer.brief.granted', { list }),
    request: t('transfer.brief.request'),
    readBack: (request) => t('transfer.brief.readBack', { request }),
  }
}

export function briefLabels(t: TFunction): BriefLabels {
  return t('transfer.brief.part', { returnObjects: true })
}

/** Empty when the store has not said. */
export function standingSentence(standing: Standing | null, t: TFunction): string {
  if (standing === null) return ''
  if (standing.hardCalls > 0) return t('transfer.brief.standing', { count: standing.hardCalls, days: patternDays })
  return standing.judgement === 'first-call' ? t('transfer.brief.firstCall') : ''
}
