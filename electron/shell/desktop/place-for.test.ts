import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Display, type Place, placeFor, placesWith, type Rectangle } from './place-for.ts'

const laptop: Display = { id: 'laptop', primary: true, workArea: { x: 0, y: 25, width: 1440, height: 875 } }
const desk: Display = { id: 'desk', primary: false, workArea: { x: -2560, y: 0, width: 2560, height: 1400 } }

describe('the window of an agent', () => {
  it('opens at the right edge of the primary display the first time', () => {
    expect(placeFor([desk, laptop], [])).toEqual({ x: 1040, y: 25, width: 400, height: 860 })
  })

  it('opens where it last was', () => {
    const places = placesWith([], desk, { x: -2000, y: 100, width: 420, height: 900 })

    expect(placeFor([laptop, desk], places)).toEqual({ x: -2000, y: 100, width: 420, height: 900 })
  })

  it('opens where it was on the laptop when the desk display is away, and on the desk again when it is back', () => {
    const onLaptop = placesWith([], laptop, { x: 10, y: 30, width: 380, height: 700 })
    const places = placesWith(onLaptop, desk, { x: -2000, y: 100, width: 420, height: 900 })

    expect([placeFor([laptop], places), placeFor([laptop, desk], places)]).toEqual([
      { x: 10, y: 30, width: 380, height: 700 },
      { x: -2000, y: 100, width: 420, height: 900 },
    ])
  })

  it('moves with its display when that is put elsewhere', () => {
    const places = placesWith([], desk, { x: -2000, y: 100, width: 420, height: 900 })
    const moved = { ...desk, workArea: { ...desk.workArea, x: 1440 } }

    expect(placeFor([laptop, moved], places)).toEqual({ x: 2000, y: 100, width: 420, height: 900 })
  })

  it('is kept once for each display, the latest first', () => {
    const first = placesWith([], laptop, { x: 0, y: 25, width: 400, height: 860 })
    const second = placesWith(first, desk, { x: -2560, y: 0, width: 400, height: 860 })

    expect(placesWith(second, laptop, { x: 5, y: 30, width: 410, height: 800 })).toEqual([
      { display: 'laptop', x: 5, y: 5, width: 410, height: 800 },
      { display: 'desk', x: 0, y: 0, width: 400, height: 860 },
    ])
  })

  it('is always wholly on one display, whatever was remembered', () => {
    const coordinate = fc.integer({ min: -10_000, max: 10_000 })
    const size = fc.integer({ min: 1, max: 10_000 })
    const rectangle = fc.record({ x: coordinate, y: coordinate, width: size, height: size })
    const id = fc.constantFrom('a', 'b', 'c')
    const display = fc.record({ id, primary: fc.boolean(), workArea: rectangle })
    const place: fc.Arbitrary<Place> = fc.tuple(id, rectangle).map(([name, bounds]) => ({ display: name, ...bounds }))

    fc.assert(
      fc.property(fc.array(display, { minLength: 1 }), fc.array(place), (displays, places) => {
        const opened = placeFor(displays, places)
        expect(displays.some(({ workArea }) => contains(workArea, opened))).toBe(true)
      }),
    )
  })
})

function contains(area: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= area.x &&
    inner.y >= area.y &&
    inner.x + inner.width <= area.x + area.width &&
    inner.y + inner.height <= area.y + area.height
  )
}
