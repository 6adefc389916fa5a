import { createStore, type StoreApi } from "zustand/vanilla"
import type { PersonHere, Presence } from "#catalog/shared-flow/frames.ts"

/** Who else has a flow open. */
export interface PeopleState {
  /** Other windows, by their keys; this one is not among them. */
  readonly people: readonly PersonHere[]
  readonly isConnected: boolean
  /** Whose view this window follows. */
  readonly followed: string | null
  /** Counts what changed about the comments; whoever shows them loads them again. */
  readonly commentsChanged: number
}
export interface PeopleStore extends StoreApi<PeopleState> {
  /** Where this window is; null while it shows another flow. */
  readonly presence: () => Presence | null
  readonly show: (presence: Partial<Presence> | null) => void
  /** Has somebody told wherever this window goes; at first where it is. */
  readonly tell: (listener: (presence: Presence | null) => void) => () => void
}

const nowhere: Presence = {
  flowId: "main",
  pointer: null,
  selection: [],
  cursor: null,
  view: null,
}

/** Opens the list of the people of one flow. */
export function createPeopleStore(): PeopleStore {
  const store = createStore<PeopleState>()(() => ({
    people: [],
    isConnected: false,
    followed: null,
    commentsChanged: 0,
  }))
  let place = nowhere
  let isShown = false
  const presence = () => (isShown ? place : null)
  let told: ((presence: Presence | null) => void) | null = null
  return {
    ...store,
    presence,
    show: (change) => {
      // Whoever names a flow looks at it; the rest may be told before and after.
      isShown = change !== null && (isShown || change.flowId !== undefined)
      place = { ...place, ...change }
      told?.(presence())
    },
    tell: (listener) => {
      told = listener
      if (isShown) listener(place)
      return () => {
        told = null
      }
    },
  }
}

/** One of eight, the same for everybody who sees this person. */
export function colorOf(userId: string): number {
  let sum = 0
  for (const character of userId) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0
  return sum % 8
}

/** People by name, each once, however many windows they have open. */
export function listPersons(people: readonly PersonHere[]): PersonHere[] {
  const byUser = new Map<string, PersonHere>()
  for (const person of people) {
    const known = byUser.get(person.userId)
    if (!known || (known.presence === null && person.presence !== null))
      byUser.set(person.userId, person)
  }
  return [...byUser.values()].sort((a, b) => a.name.localeCompare(b.name))
}
