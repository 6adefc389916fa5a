/**
 * Why a turn cannot go on. Nothing it did is lost: either it wrote nothing, or what it wrote is in the
 * journal of a turn that somebody else now finishes.
 */
export type StopReason = "stale" | "busy" | "duplicate" | "exists" | "missing" | "lost"

export class TurnStopped extends Error {
  override readonly name = "TurnStopped"
  readonly reason: StopReason

  constructor(reason: StopReason) {
    super(`The turn stops: ${reason}.`)
    this.reason = reason
  }
}

/** The database could not be asked: nothing is known to be wrong with the turn. */
export class WriteFailed extends Error {
  override readonly name = "WriteFailed"

  constructor(cause: unknown) {
    super("A write of the turn did not reach the database.", { cause })
  }
}
