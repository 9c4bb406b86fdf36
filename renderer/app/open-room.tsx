import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import type { Room } from './room.ts'
import type { Steadyline } from './steadyline.ts'

interface OpenRoomProps {
  readonly room: Room
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly focusMain: () => void
  readonly enter: (room: Room | null) => void
  readonly openTeam: () => void
}

const PlaybookRoom = lazy(() => import('./playbook-room.tsx').then(({ PlaybookRoom }) => ({ default: PlaybookRoom })))
const BriefRoom = lazy(() => import('./brief-room.tsx').then(({ BriefRoom }) => ({ default: BriefRoom })))
const PeopleRoom = lazy(() => import('./people-room.tsx').then(({ PeopleRoom }) => ({ default: PeopleRoom })))
const CallbackRoom = lazy(() => import('./callback-room.tsx').then(({ CallbackRoom }) => ({ default: CallbackRoom })))
const ReviewRoom = lazy(() => import('./review-room.tsx').then(({ ReviewRoom }) => ({ default: ReviewRoom })))

export function OpenRoom(props: OpenRoomProps) {
  const { t } = useTranslation()
  return (
    <Suspense fallback={<p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>}>
      <RoomOf {...props} />
    </Suspense>
  )
}

function RoomOf({ room, enter, openTeam, ...rest }: OpenRoomProps) {
  const { singleKeys } = useReadable(rest.steadyline.mirror).settings
  const common = { ...rest, keysAreOn: singleKeys, onLeave: () => enter(null) }
  switch (room.name) {
    case 'playbooks':
      return <PlaybookRoom {...common} file={room.file} onOpen={(file) => enter({ ...room, file })} />
    case 'briefs':
      return <BriefRoom {...common} id={room.id} onOpen={(id) => enter({ ...room, id })} openTeam={openTeam} />
    case 'people':
      return <PeopleRoom {...common} />
    case 'callbacks':
      return <CallbackRoom {...common} id={room.id} onOpen={(id) => enter({ ...room, id })} />
    case 'review':
      return <ReviewRoom {...common} {...room} enter={enter} onOpen={(view, id) => enter({ ...room, view, id })} />
    default:
      return assertNever(room)
  }
}
