/** `points` in every `windowSeconds`, counted from the first one taken. */
export interface Rate {
  readonly points: number
  readonly windowSeconds: number
}

export interface Taken {
  readonly isAllowed: boolean
  readonly remainingPoints: number
  /** Until the window ends; 0 when it was allowed. */
  readonly retryAfterMs: number
}

/** Counts how often something happens, over all processes. */
export interface Limits {
  /** Takes one point of `key` under the limit called `name`. Refused calls take nothing more. */
  consume(name: string, key: string, rate: Rate): Promise<Taken>
  /** Gives all points back. */
  clear(name: string, key: string): Promise<void>
  close(): Promise<void>
}
