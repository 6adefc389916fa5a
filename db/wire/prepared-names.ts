/** Kept prepared on one connection; beyond that the one used longest ago makes room. */
const maxPrepared = 400

/** What to do before a statement can be bound. */
export interface Prepared {
  readonly name: string
  /** It is not prepared yet: parse it first. */
  readonly isNew: boolean
  /** The name of a statement to close to make room, or null. */
  readonly evicted: string | null
}

/** Remembers which statements a connection has prepared, and under what name. */
export class PreparedNames {
  readonly #names = new Map<string, string>()
  #made = 0

  take(text: string): Prepared {
    const known = this.#names.get(text)
    if (known !== undefined) {
      // Moved to the end: the first of the map is the one used longest ago.
      this.#names.delete(text)
      this.#names.set(text, known)
      return { name: known, isNew: false, evicted: null }
    }
    const evicted = this.#names.size < maxPrepared ? null : this.#dropOldest()
    const name = `s${++this.#made}`
    this.#names.set(text, name)
    return { name, isNew: true, evicted }
  }

  /** Forgets a statement that could not be prepared; gives the name to close, if it has one. */
  forget(text: string): string | null {
    const name = this.#names.get(text) ?? null
    this.#names.delete(text)
    return name
  }

  /** Forgets them all, because a table changed under them; gives the names to close. */
  forgetAll(): string[] {
    const names = [...this.#names.values()]
    this.#names.clear()
    return names
  }

  #dropOldest(): string | null {
    const oldest = this.#names.entries().next().value
    if (oldest === undefined) return null
    this.#names.delete(oldest[0])
    return oldest[1]
  }
}
