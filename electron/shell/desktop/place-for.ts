export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Display {
  readonly id: string
  readonly primary: boolean
  /** What taskbars and docks leave free. */
  readonly workArea: Rectangle
}

/** Where the window was on one display, counted from the corner of its work area, so that displays may be rearranged. */
export interface Place extends Rectangle {
  readonly display: string
}

const usualSize = { width: 400, height: 860 }
export const smallestSize = { width: 360, height: 560 }

/** Displays whose places are remembered. */
const remembered = 20

/** Where to open the window: as it last was on a display that is there, else at the right edge of the primary one; never off-screen. */
export function placeFor(displays: readonly Display[], places: readonly Place[]): Rectangle {
  for (const place of places) {
    const display = displays.find(({ id }) => id === place.display)
    if (display !== undefined) return within(display.workArea, place)
  }
  const display = displays.find(({ primary }) => primary) ?? displays[0]
  if (display === undefined) return { x: 0, y: 0, ...usualSize }
  return within(display.workArea, { x: display.workArea.width, y: 0, ...usualSize })
}

/** The places with this one first, as the window last was on it. */
export function placesWith(places: readonly Place[], display: Display, bounds: Rectangle): readonly Place[] {
  const { workArea, id } = display
  const place = { display: id, x: bounds.x - workArea.x, y: bounds.y - workArea.y, width: bounds.width, height: bounds.height }
  return [place, ...places.filter((other) => other.display !== id)].slice(0, remembered)
}

function within(area: Rectangle, wished: Rectangle): Rectangle {
  const width = Math.min(Math.max(wished.width, smallestSize.width), area.width)
  const height = Math.min(Math.max(wished.height, smallestSize.height), area.height)
  return {
    x: area.x + between(0, wished.x, area.width - width),
    y: area.y + between(0, wished.y, area.height - height),
    width,
    height,
  }
}

function between(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
