import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import type { CallVerbs } from './call-verbs.ts'

interface CallActionsProps {
  readonly verbs: CallVerbs
  readonly onNote: () => void
  /** Keys that come first. */
  readonly children?: ReactNode
}

/** What can be done with the call now, in one place at the bottom; where the dialer cannot do it, the same key marks it by hand. */
export function CallActions({ verbs, onNote, children }: CallActionsProps) {
  'use memo'
  const { t } = useTranslation()
  const { answer, decline, cancel, hold, resume, wrapUp } = verbs
  return (
    <Toolbar
      aria-label={t('call.actions')}
      className="flex flex-wrap border-t border-line bg-surface *:not-first:border-s *:not-first:border-line"
    >
      {children}
      <KeyButton look="bar" label={t('call.note')} cap="N" onPress={onNote} />
      {answer ? (
        <KeyButton
          look="bar"
          strong
          tone="accent"
          cap="A"
          label={t(answer.byHand ? 'call.answerByHand' : 'call.answer')}
          onPress={answer.run}
        />
      ) : null}
      {decline ? (
        <KeyButton look="bar" cap="D" label={t(decline.byHand ? 'call.declineByHand' : 'call.decline')} onPress={decline.run} />
      ) : null}
      {cancel ? (
        <KeyButton look="bar" cap="D" label={t(cancel.byHand ? 'call.cancelByHand' : 'call.cancel')} onPress={cancel.run} />
      ) : null}
      {hold ? <KeyButton look="bar" cap="H" label={t(hold.byHand ? 'call.holdByHand' : 'call.hold')} onPress={hold.run} /> : null}
      {resume ? (
        <KeyButton
          look="bar"
          strong
          tone="warn"
          cap="H"
          label={t(resume.byHand ? 'call.resumeByHand' : 'call.resume')}
          onPress={resume.run}
        />
      ) : null}
      {wrapUp ? <KeyButton look="bar" cap="W" label={t('call.wrapUp')} onPress={wrapUp.run} /> : null}
    </Toolbar>
  )
}
