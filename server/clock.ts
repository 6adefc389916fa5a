/** Where the server takes the time from, so that a test can turn it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. Units: `advance` takes milliseconds. */
export function createFakeClock(start: Date | string): Clock & { advance(ms: number): void } {
  let current = new Date(start).getTime()
  return {
    now: () => new Date(current),
    advance: (ms) => {
      current += ms
    },
  }
}
