import { Button } from 'react-aria-components/Button'
import { useDrag } from 'react-aria-components/useDrag'
import { useTranslation } from 'react-i18next'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { isOverdue } from './agenda-filter.ts'
import { type Reading, standingText, whoText } from './agenda-words.ts'
import { clockOf, wallIn } from './said-time.ts'
import { WhoName } from './who-name.tsx'

/** What a dragged callback is known by where it is dropped. */
export const draggedCallback = 'application/x-steadyline-callback'

interface WeekItemProps {
  readonly callback: Callback
  readonly reading: Reading
  /** Under the agent's hands: what the keys act on. */
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
}

/** A callback in the week: pressed to be read, dragged by its handle to another time. */
export function WeekItem({ callback, reading, onChoose, onOpen }: WeekItemProps) {
  const { t } = useTranslation()
  const who = whoText(t, callback)
  const { dragProps, dragButtonProps, isDragging } = useDrag({
    hasDragButton: true,
    isDisabled: !isOpen(callback),
    getItems: () => [{ [draggedCallback]: callback.id, 'text/plain': who }],
    getAllowedDropOperations: () => ['move'],
  })
  const choose = () => onChoose(callback)
  const late = isOverdue(callback, reading.now)
  const look = late
    ? 'border-danger bg-danger-soft'
    : isOpen(callback)
      ? 'border-edge bg-surface'
      : 'border-line bg-sunken text-muted'
  return (
    <div
      {...dragProps}
      className={`flex min-w-0 items-stretch rounded-small border text-small ${look} ${isDragging ? 'opacity-50' : ''}`}
    >
      <Button
        onFocus={choose}
        onPress={() => onOpen(callback)}
        className="min-w-0 flex-1 rounded-small px-1.5 py-1 text-start leading-tight"
      >
        <span className="font-semibold tabular-nums">{clockOf(wallIn(reading.ownZone, callback.due.at), reading.locale)}</span>{' '}
        <WhoName callback={callback} />
        {isOpen(callback) ? null : <span className="block">{standingText(t, callback, reading)}</span>}
      </Button>
      {isOpen(callback) ? (
        <Button
          {...dragButtonProps}
          onFocus={choose}
          aria-label={t('agenda.drag', { who })}
          className="flex w-6 flex-none items-center justify-center rounded-small text-muted hover:bg-sunken"
        >
          <span aria-hidden="true">⠿</span>
        </Button>
      ) : null}
    </div>
  )
}
