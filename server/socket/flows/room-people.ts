import type { PersonHere, Presence, ServerFlowFrame } from "#catalog/shared-flow/frames.ts"

type Tell = (frame: ServerFlowFrame, but?: unknown) => void

interface Seen {
  person: PersonHere
  /** Null for people of this process. */
  readonly process: string | null
  at: number
}

/** A process tells who is in it every few seconds; one that says nothing for so long is gone. Units: ms. */
const silentAfterMs = 50_000

/** Who has a flow open, in this process and in others, and where they are in it. */
export class RoomPeople {
  readonly #seen = new Map<string, Seen>()
  readonly #tell: Tell

  constructor(tell: Tell) {
    this.#tell = tell
  }

  list(): PersonHere[] {
    return [...this.#seen.values()].map(({ person }) => person)
  }

  listOwn(): PersonHere[] {
    return [...this.#seen.values()].flatMap(({ person, process }) =>
      process === null ? [person] : [],
    )
  }

  add(person: PersonHere, member: unknown): void {
    this.#seen.set(person.key, { person, process: null, at: Date.now() })
    this.#tell({ t: "person", person }, member)
  }

  show(key: string, presence: Presence | null, member: unknown): PersonHere | null {
    const seen = this.#seen.get(key)
    if (!seen) return null
    seen.person = { ...seen.person, presence }
    this.#tell({ t: "person", person: seen.person }, member)
    return seen.person
  }

  hear(process: string, person: PersonHere): void {
    this.#seen.set(person.key, { person, process, at: Date.now() })
    this.#tell({ t: "person", person })
  }

  remove(key: string): void {
    if (this.#seen.delete(key)) this.#tell({ t: "left", key })
  }

  forgetSilent(): void {
    for (const [key, { process, at }] of this.#seen)
      if (process !== null && Date.now() - at > silentAfterMs) this.remove(key)
  }
}
