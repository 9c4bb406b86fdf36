import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'

export interface WaysToStartProps {
  readonly startByHand: () => void
  readonly practise: () => void
  readonly connect: () => void
  readonly openPlaybooks: () => void
  readonly openBriefs: () => void
  readonly openCallbacks: () => void
  readonly openReview: () => void
  /** Callbacks that somebody waits for now. */
  readonly due: number
}

/** The beginnings, small, below the history. */
export function WaysToStart({
  startByHand,
  practise,
  connect,
  openPlaybooks,
  openBriefs,
  openCallbacks,
  openReview,
  due,
}: WaysToStartProps) {
  const { t } = useTranslation()
  return (
    <Toolbar
      aria-label={t('home.waiting')}
      className="flex border-t border-line bg-surface *:not-first:border-s *:not-first:border-line max-[30rem]:grid max-[30rem]:grid-cols-4"
    >
      <KeyButton look="bar" label={t('home.startByHand')} cap="M" onPress={startByHand} />
      <KeyButton look="bar" label={t('home.practice')} cap="T" onPress={practise} />
      <KeyButton look="bar" label={t('home.review')} cap="R" onPress={openReview} />
      <KeyButton look="bar" label={t('home.playbooks')} cap="L" onPress={openPlaybooks} />
      <KeyButton
        look="bar"
        label={t('home.callbacks', { count: due })}
        cap="G"
        strong={due > 0}
        tone={due > 0 ? 'danger' : 'plain'}
        onPress={openCallbacks}
      />
      <KeyButton look="bar" label={t('inbox.title')} cap="O" onPress={openBriefs} />
      <KeyButton look="bar" label={t('home.dialerSettings')} cap="," onPress={connect} />
    </Toolbar>
  )
}
