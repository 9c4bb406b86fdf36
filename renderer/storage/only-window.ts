const lock = 'steadyline-desk'

/** How long a window that is just closing may still hold the lock before anybody is told about it. */
const patience = 500

/**
 * Resolves once this window alone may use the desk: two windows writing one checklist would undo each other.
 *
 * `waiting` is told when another window has it, `lost` when another one took it; both get the way to take it (back), which
 * loads this window anew so that it starts from what the other one stored.
 */
export function becomeOnlyWindow(waiting: (takeOver: () => void) => void, lost: (takeOver: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const tell = setTimeout(() => waiting(takeOver), patience)
    const held = navigator.locks.request(lock, () => {
      clearTimeout(tell)
      resolve()
      return untilThisWindowCloses()
    })
    held.catch(() => lost(takeOver))
  })
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
