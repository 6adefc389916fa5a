import type { Container } from "#server/container.ts"

/** Somebody who has a bot open in the builder. */
export interface PersonAt {
  readonly orgId: string
  readonly botId: string
  readonly userId: string
  readonly name: string
}

/** What rooms tell of their people; `key` names one window of a person. */
export type PeopleNews =
  | ({ readonly t: "here"; readonly key: string } & PersonAt)
  | { readonly t: "gone"; readonly key: string }

export const peopleTopic = "flow-people"

/** Rooms tell who is in them every quarter of a minute; who is not told of for so long is gone. Units: ms. */
const silentAfterMs = 50_000

/** Who has which bot open, in all processes, as this one was told. Nothing of it is kept. */
export class PeopleBoard {
  readonly #seen = new Map<string, PersonAt & { readonly atMs: number }>()

  hear(news: PeopleNews, nowMs: number): void {
    for (const [key, { atMs }] of this.#seen)
      if (nowMs - atMs > silentAfterMs) this.#seen.delete(key)
    if (news.t === "gone") this.#seen.delete(news.key)
    else {
      const { t: _, key, ...person } = news
      this.#seen.set(key, { ...person, atMs: nowMs })
    }
  }

  /** Each person once for each bot. */
  list(orgId: string, nowMs: number): PersonAt[] {
    const found = new Map<string, PersonAt>()
    for (const { atMs, ...person } of this.#seen.values())
      if (person.orgId === orgId && nowMs - atMs <= silentAfterMs)
        found.set(`${person.botId} ${person.userId}`, person)
    return [...found.values()]
  }
}

const boards = new WeakMap<Container, PeopleBoard>()

/** The board of a process; it listens from when it is first asked for, or a flow is opened. */
export function peopleBoardOf(container: Container): PeopleBoard {
  const known = boards.get(container)
  if (known !== undefined) return known
  const board = new PeopleBoard()
  boards.set(container, board)
  container.pubsub
    .subscribe(peopleTopic, (message) => board.hear(message as PeopleNews, Date.now()))
    .catch((error: unknown) => container.log.error({ err: error }, "people not heard"))
  return board
}
