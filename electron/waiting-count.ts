/** Adds up what waits for the person in several places; each place gets a function that tells how many wait there. */
export function waitingCount(show: (count: number) => void): (place: string) => (count: number) => void {
  const counts = new Map<string, number>()
  return (place) => (count) => {
    counts.set(place, count)
    show([...counts.values()].reduce((sum, some) => sum + some, 0))
  }
}
