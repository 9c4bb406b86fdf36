import { useTranslation } from 'react-i18next'
import type { Reframe } from '../../shared/playbook/playbook.ts'
import { BeginCard } from '../ui/begin-card.tsx'
import { ReframeLine } from './reframe-line.tsx'
import type { WaysToStartProps } from './ways-to-start.tsx'

interface WelcomeProps extends Omit<WaysToStartProps, 'openPlaybooks' | 'openBriefs' | 'openCallbacks' | 'openReview' | 'due'> {
  readonly reframe: Reframe | null
}

/** The first minute: what this is for, and three ways to see it. */
export function Welcome({ startByHand, practise, connect, reframe }: WelcomeProps) {
  const { t } = useTranslation()
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-center gap-6 overflow-y-auto p-5">
      <header>
        <h1 className="text-say leading-tight font-semibold">{t('home.welcome')}</h1>
        <p className="mt-2 text-muted text-pretty">{t('home.teach')}</p>
        {reframe ? (
          <div className="mt-3 border-t border-line pt-3">
            <ReframeLine reframe={reframe} />
          </div>
        ) : null}
      </header>
      <div className="flex flex-col gap-2.5">
        <BeginCard title={t('home.practice')} why={t('home.practiceWhy')} cap="T" onPress={practise} />
        <BeginCard title={t('home.startByHand')} why={t('home.startByHandWhy')} cap="M" onPress={startByHand} />
        <BeginCard title={t('home.dialer')} why={t('home.dialerWhy')} cap="," onPress={connect} />
      </div>
    </div>
  )
}
