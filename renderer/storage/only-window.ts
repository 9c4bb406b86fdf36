import { pause } from './pause.ts'

const lock = 'steadyline-desk'

/** Milliseconds that a window that is just closing may still hold the lock before anybody is told about it. */
const patience = 500

/**
 * Resolves once this window alone may use the desk: two windows writing one checklist would undo each other.
 *
 * `waiting` is told when another window has it, `lost` when another one took it; both get the way to take it (back), which
 * loads this window anew so that it starts from what the other one stored.
 */
export function becomeOnlyWindow(waiting: (takeOver: () => void) => void, lost: (takeOver: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    let isOurs = false
    const held = navigator.locks.request(lock, () => {
      isOurs = true
      resolve()
      return untilThisWindowCloses()
    })
    held.catch(() => lost(takeOver))
    void tellWhenAnotherHasIt(() => isOurs, waiting)
  })
}

/** A busy browser may be slow to grant a lock that nobody holds: then there is nothing to tell. */
async function tellWhenAnotherHasIt(isOurs: () => boolean, waiting: (takeOver: () => void) => void): Promise<void> {
  await pause(patience)
  while (!isOurs()) {
    const { held = [] } = await navigator.locks.query()
    if (isOurs()) return
    if (held.some(({ name }) => name === lock)) return waiting(takeOver)
    await pause(patience)
  }
}

function takeOver(): void {
  void navigator.locks.request(lock, { steal: true }, () => {
    location.reload()
    return untilThisWindowCloses()
  })
}

function untilThisWindowCloses(): Promise<never> {
  return new Promise(() => undefined)
}
