import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../ui/key-button.tsx'
import { WideButton } from '../ui/wide-button.tsx'

/** Keys of the verbs, as printed on their caps and as the room binds them. */
export const verbKeys = {
  call: 'C',
  snooze: 'S',
  move: 'M',
  handOver: 'H',
  markKept: 'K',
  cancel: 'X',
  markMissed: 'N',
  reopen: 'R',
  edit: 'E',
  history: 'I',
  exportOne: 'D',
} as const

export type VerbName = keyof typeof verbKeys

const order = [
  'snooze',
  'move',
  'handOver',
  'markKept',
  'reopen',
  'edit',
  'history',
  'exportOne',
  'markMissed',
  'cancel',
] as const

interface AgendaVerbsProps {
  /** A verb that is undefined makes no sense now and has no control. */
  readonly verbs: Readonly<Record<VerbName, (() => void) | undefined>>
}

export function AgendaVerbs({ verbs }: AgendaVerbsProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-2">
      {verbs.call ? <WideButton look="main" label={t('agenda.call')} cap={verbKeys.call} onPress={verbs.call} /> : null}
      <Toolbar aria-label={t('agenda.verbs')} className="grid grid-cols-2 gap-x-3 gap-y-0.5 min-[30rem]:grid-cols-3">
        {order.map((name) => {
          const run = verbs[name]
          return run ? (
            <KeyButton key={name} look="inline" label={t(`agenda.${name}`)} cap={verbKeys[name]} onPress={run} />
          ) : null
        })}
      </Toolbar>
    </div>
  )
}
