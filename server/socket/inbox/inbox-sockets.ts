import { closeCodes } from "#catalog/events.ts"
import type { Container } from "#server/container.ts"
import { followSessions, openSocketDoor, type SocketDoor } from "../socket-door.ts"
import { InboxConnection } from "./inbox-connection.ts"

/** The windows of this process that show an inbox. */
export interface InboxSockets extends Pick<SocketDoor<unknown>, "upgrade"> {
  /** Says goodbye; windows come back by themselves, and ask again meanwhile. */
  close(): Promise<void>
}

/** Builds the end of /ws/inbox that is ours. */
export function createInboxSockets(container: Container): InboxSockets {
  const door = openSocketDoor(container, {
    path: "/ws/inbox",
    // Windows listen; they have nothing to say.
    maxFrameBytes: 1_024,
    isForOwnPages: true,
    connect: (socket, request) => {
      const orgId = new URL(request.url ?? "", "http://inbox").searchParams.get("org") ?? ""
      return new InboxConnection(socket, container, { cookie: request.headers.cookie, orgId })
    },
  })
  const unsubscribe = followSessions(container, door.connections)
  return {
    upgrade: door.upgrade,
    close: async () => {
      for (const connection of door.connections())
        connection.close(closeCodes.stopping, "the server is stopping")
      door.close()
      await (await unsubscribe)()
    },
  }
}
