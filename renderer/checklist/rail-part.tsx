import { memo } from 'react'
import { markOf, type Rail, type RailItem } from './checklist.view.ts'
import { RailStep, type RailStepProps } from './rail-step.tsx'

interface RailPartProps extends Pick<RailStepProps, 'words' | 'isDisabled' | 'onJump'> {
  readonly steps: readonly RailItem[]
  readonly rail: Rail
}

/** Some steps of a long rail. The browser passes over a part out of sight, and React over one whose marks stay as they are. */
export const RailPart = memo(function RailPart({ steps, rail, ...common }: RailPartProps) {
  return (
    <li className="[contain-intrinsic-block-size:auto_16rem] [content-visibility:auto]">
      <ol className="columns-[2_9rem] gap-3">
        {steps.map(({ id, title }) => (
          <RailStep key={id} id={id} title={title} mark={markOf(rail, id)} {...common} />
        ))}
      </ol>
    </li>
  )
}, looksTheSame)

function looksTheSame(before: RailPartProps, after: RailPartProps): boolean {
  return (
    before.steps === after.steps &&
    before.words === after.words &&
    before.isDisabled === after.isDisabled &&
    before.onJump === after.onJump &&
    after.steps.every(({ id }) => markOf(before.rail, id) === markOf(after.rail, id))
  )
}
