import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { followSessions, openSocketDoor, type SocketDoor } from "../socket-door.ts"
import { FlowConnection } from "./flow-connection.ts"
import { FlowRooms } from "./flow-rooms.ts"

/** The builders of this process that have a flow open. */
export interface FlowSockets extends Pick<SocketDoor<unknown>, "upgrade"> {
  /** Stores what was edited and says goodbye; builders come back by themselves and lose nothing. */
  close(): Promise<void>
}

/** Builds the end of /ws/flows that is ours. */
export function createFlowSockets(container: Container): FlowSockets {
  const rooms = new FlowRooms()
  const door = openSocketDoor(container, {
    path: "/ws/flows",
    maxFrameBytes: limits.flowFrameBytes,
    isForOwnPages: true,
    connect: (socket, request) => {
      const anyone = { container, ...factsOf(request) }
      return new FlowConnection(socket, anyone, request.headers.cookie, rooms)
    },
  })
  const unsubscribe = followSessions(container, door.connections)
  return {
    upgrade: door.upgrade,
    close: async () => {
      await rooms.close()
      for (const connection of door.connections()) connection.end()
      door.close()
      await (await unsubscribe)()
    },
  }
}
