import { lazy, Suspense, useRef, useState } from 'react'
import type { CallId } from '../../shared/call/call.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { History } from './history.tsx'
import type { DialogName } from './open-dialog.tsx'
import { playbookForCalls } from './playbook-for-calls.ts'
import { reframeFor } from './reframe-for.ts'
import type { Steadyline } from './steadyline.ts'
import { useFoundCalls } from './use-found-calls.ts'
import { useKeys } from './use-keys.ts'
import { WaysToStart } from './ways-to-start.tsx'
import { Welcome } from './welcome.tsx'

const PastCall = lazy(() => import('./past-call.tsx').then(({ PastCall }) => ({ default: PastCall })))

/** Calls that are listed at first, and more with each wish for more. */
const pageSize = 50

interface HomeScreenProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly open: (dialog: DialogName) => void
  readonly openPlaybooks: () => void
  readonly openBriefs: () => void
  readonly openCallbacks: () => void
  readonly openReview: () => void
}

/** The desk without a call: how to begin, and what was. */
export function HomeScreen({ steadyline, asking, keysAreOn, focusMain, open, ...rooms }: HomeScreenProps) {
  const [query, setQuery] = useState('')
  const [reading, setReading] = useState<CallId | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const storage = useReadable(steadyline.storage)
  const mirror = useReadable(steadyline.mirror)
  const [limit, setLimit] = useState(pageSize)
  const found = useFoundCalls(steadyline, query, limit, storage.kind)
  const read = found?.calls.find(({ call }) => call.id === reading)
  const hasHistory = found !== null && (found.query !== '' || found.calls.length > 0)
  const lastCall = found?.calls[0]?.call.id ?? ''
  const reframe = reframeFor(playbookForCalls(mirror).before, lastCall)
  const ways = {
    startByHand: () => open('start'),
    practise: () => void asking.ask('practice.start', null),
    connect: () => open('settings'),
    ...rooms,
    due: mirror.alarms.filter(({ stage }) => stage === 'due' || stage === 'overdue').length,
  }
  const closeReading = () => {
    setReading(null)
    focusMain()
  }

  useKeys(
    {
      m: ways.startByHand,
      t: ways.practise,
      l: ways.openPlaybooks,
      r: ways.openReview,
      '/': hasHistory && !read ? () => searchInput.current?.focus() : undefined,
      'Shift+/': hasHistory && !read ? () => searchInput.current?.focus() : undefined,
      Escape: read ? closeReading : undefined,
    },
    keysAreOn,
  )

  if (read) {
    return (
      <Suspense fallback={null}>
        <PastCall noted={read} steadyline={steadyline} onBack={closeReading} />
      </Suspense>
    )
  }
  return hasHistory ? (
    <>
      <History
        found={found}
        reframe={reframe}
        query={query}
        search={steadyline.search}
        onQuery={(next) => {
          setQuery(next)
          setLimit(pageSize)
        }}
        onMore={() => setLimit(limit + pageSize)}
        searchInput={searchInput}
        onLeaveSearch={focusMain}
        onRead={setReading}
      />
      <WaysToStart {...ways} />
    </>
  ) : (
    <Welcome {...ways} reframe={reframe} />
  )
}
