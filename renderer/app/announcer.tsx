import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { CompanionBridge } from '../../shared/contract.ts'
import { afterPaint } from '../storage/after-paint.ts'

interface AnnouncerProps {
  readonly companion: CompanionBridge
}

/** Says what happens on the line to a screen reader, politely, without taking the focus. */
export function Announcer({ companion }: AnnouncerProps) {
  const [happened, setHappened] = useState<CallEvent | null>(null)
  const { t } = useTranslation()
  useEffect(
    () =>
      companion.on('call.happened', async (event) => {
        await afterPaint()
        setHappened(event)
      }),
    [companion],
  )
  return (
    <p role="status" className="sr-only">
      {happened ? saidOf(t, happened) : null}
    </p>
  )
}

function saidOf(t: TFunction, { type, call }: CallEvent): string {
  const who = call.party.name || call.party.number || t('call.withheld')
  switch (type) {
    case 'call.ringing':
      return t('said.ringing', { who })
    case 'call.dialling':
      return t('said.dialling', { who })
    case 'call.answered':
      return t('said.answered', { who })
    case 'call.held':
      return t('said.held', { who })
    case 'call.resumed':
      return t('said.resumed', { who })
    case 'call.ended':
      return t('said.ended', { who })
    default:
      return assertNever(type)
  }
}
