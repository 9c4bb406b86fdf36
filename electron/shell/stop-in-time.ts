import type { Log } from '../log.ts'

/** Milliseconds a system gives a program that it is closing, with room to spare. */
const limit = 5000

/** Stops the companion; what does not stop in time is left to the end of the process. */
export async function stopInTime(stop: () => Promise<void>, log: Log): Promise<void> {
  let overdue: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    overdue = setTimeout(() => reject(new Error('It took too long')), limit)
  })
  try {
    await Promise.race([stop(), tooLong])
  } catch (error) {
    log.error('The companion did not stop cleanly', { error })
  } finally {
    clearTimeout(overdue)
  }
}
