import { useState } from 'react'
import type { ChecklistView, RungView } from '../checklist/checklist.view.ts'

export type PanelName = 'kind' | 'ladder' | 'promisingCallback' | 'partingWays'

export interface DeskPanel {
  /** What lies over the lower part of a live call; null when nothing does. */
  readonly name: PanelName | null
  /** The rung under the agent's eyes. */
  readonly rung: RungView | null
  readonly chooseRung: (rung: string) => void
  readonly toggle: (name: 'kind' | 'ladder') => void
  readonly close: () => void
}

/** A route of the call has its panel for as long as the call is on it; the kind and the ladder are looked at and left. */
export function useDeskPanel(view: Pick<ChecklistView, 'stage' | 'route' | 'ladder' | 'back'>): DeskPanel {
  const [looking, setLooking] = useState<'kind' | 'ladder' | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const ahead = view.ladder.filter(({ climb }) => climb !== undefined)
  const isOnCall = view.stage === 'live' || view.stage === 'held'
  const route = view.route === 'handling' || view.route === 'transferring' ? null : view.route
  return {
    name: route ?? (isOnCall || looking === 'kind' ? looking : null),
    rung: ahead.find(({ id }) => id === chosen) ?? ahead[0] ?? null,
    chooseRung: setChosen,
    toggle(name) {
      view.back?.()
      setChosen(null)
      setLooking(looking === name && route === null ? null : name)
    },
    close() {
      view.back?.()
      setLooking(null)
    },
  }
}
