import { useTranslation } from 'react-i18next'
import type { DialRequest } from '../../shared/contract.ts'
import { failed } from '../../shared/result.ts'
import { callOut } from './call-out.ts'
import { failureText } from './failure-text.ts'
import type { PersonNews } from './person-watch.ts'
import type { Steadyline } from './steadyline.ts'

/** Calls a number, and says what came of it. */
export function useCallOut({ companion }: Steadyline, tell: (news: PersonNews) => void): (number: string) => void {
  const { t } = useTranslation()
  const say = (said: string, isTrouble: boolean) => tell({ said, isTrouble, undo: undefined })
  const dial = (order: DialRequest) =>
    companion.request('call.dial', order).catch(() => failed({ kind: 'companion.silent' } as const))
  return (number) =>
    void callOut({ number, through: 'dialer' }, dial).then((dialled) => {
      if (dialled.ok) say(t('person.said.calling', { number }), false)
      else if (dialled.failure.kind === 'dialer.cannot') say(t('person.said.byPhone', { number }), false)
      else say(failureText(t, dialled.failure), true)
    })
}
