import type { ServiceContext } from "#server/services/context.ts"
import { peopleBoardOf } from "#server/services/shared-flows/people-board.ts"
import { FlowRoom } from "./flow-room.ts"
import type { FlowHello } from "./read-flow-frame.ts"

type Place = Pick<FlowHello, "botId" | "scriptId">

/** The flows that somebody of this process has open. */
export class FlowRooms {
  readonly #rooms = new Map<string, Promise<FlowRoom>>()

  /** The room of a flow; opened when nobody is in it. Throws what `joinFlow` throws. */
  async open(context: ServiceContext, { botId, scriptId }: Place): Promise<FlowRoom> {
    peopleBoardOf(context.container)
    const key = `${context.orgId} ${botId} ${scriptId}`
    const known = this.#rooms.get(key)
    const room = known === undefined ? null : await known.catch(() => null)
    if (room !== null && !room.isOver) return room
    if (this.#rooms.get(key) !== known) return this.open(context, { botId, scriptId })
    const opening = FlowRoom.open(context, { botId, scriptId }, () => {
      if (this.#rooms.get(key) === opening) this.#rooms.delete(key)
    })
    this.#rooms.set(key, opening)
    opening.catch(() => {
      if (this.#rooms.get(key) === opening) this.#rooms.delete(key)
    })
    return opening
  }

  /** Stores what was edited and closes every room. */
  async close(): Promise<void> {
    const rooms = await Promise.allSettled([...this.#rooms.values()])
    await Promise.allSettled(
      rooms.map((room) => (room.status === "fulfilled" ? room.value.stop() : null)),
    )
  }
}
