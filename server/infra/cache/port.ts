/** Whose entry it is: an organization's id, or "all" for what belongs to nobody. Entries of others cannot be reached. */
export type CacheOwner = string

/**
 * Remembers what can be made again, for a while. Values travel as JSON: what comes back is a copy.
 * An entry may vanish at any moment.
 */
export interface Cache {
  /** Gives undefined when it is not there. The caller names the shape it stored. */
  get<Value>(owner: CacheOwner, key: string): Promise<Value | undefined>
  set(owner: CacheOwner, key: string, value: unknown, ttlMs: number): Promise<void>
  delete(owner: CacheOwner, key: string): Promise<void>
  close(): Promise<void>
}
