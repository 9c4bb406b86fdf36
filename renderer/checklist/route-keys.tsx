import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import type { ChecklistView } from './checklist.view.ts'

interface RouteKeysProps {
  readonly view: Pick<ChecklistView, 'ladder' | 'route'>
  readonly onBoundary: (() => void) | undefined
  readonly onTransfer: (() => void) | undefined
  readonly onPromise: (() => void) | undefined
}

/** Boundary, transfer and callback, for the bar of a call. */
export function RouteKeys({ view: { ladder, route }, onBoundary, onTransfer, onPromise }: RouteKeysProps) {
  const { t } = useTranslation()
  const onLadder = ladder.some(({ standing }) => standing === 'now')
  return (
    <>
      {onBoundary ? (
        <KeyButton look="bar" tone={onLadder ? 'danger' : 'plain'} cap="B" label={t('ladder.title')} onPress={onBoundary} />
      ) : null}
      {onTransfer ? (
        <KeyButton
          look="bar"
          tone={route === 'transferring' ? 'accent' : 'plain'}
          cap="T"
          label={t('route.transfer')}
          onPress={onTransfer}
        />
      ) : null}
      {onPromise ? (
        <KeyButton
          look="bar"
          tone={route === 'promisingCallback' ? 'accent' : 'plain'}
          cap="C"
          label={t('route.promise')}
          onPress={onPromise}
        />
      ) : null}
    </>
  )
}
