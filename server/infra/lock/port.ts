/**
 * Keeps several processes from doing the same work at once. For efficiency only: a lock can lapse while
 * its holder is slow, so whatever must be right is guarded by the database.
 */
export interface Locks {
  /** Takes a lock for `ttlMs`, or gives null when somebody has it. Does not wait. */
  acquire(name: string, ttlMs: number): Promise<Lock | null>
  close(): Promise<void>
}

export interface Lock {
  /** Holds it for `ttlMs` from now; false when it has lapsed and may be somebody else's. */
  renew(ttlMs: number): Promise<boolean>
  /** Gives it back. Does nothing when it has lapsed. */
  release(): Promise<void>
}
