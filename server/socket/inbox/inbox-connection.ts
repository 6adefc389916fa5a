import type { WebSocket } from "ws"
import { closeCodes, inboxTopic } from "#catalog/events.ts"
import type { LoginSessionId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { hasPermission } from "#catalog/permissions.ts"
import { readPerson } from "#server/auth/read-person.ts"
import type { Container } from "#server/container.ts"

/** Who wants to watch which inbox. */
export interface InboxVisit {
  readonly cookie: string | undefined
  /** As the address names it: it opens nothing by itself. */
  readonly orgId: string
}

/**
 * One window that shows the inbox of an organization. It is told that something changed, never what: what
 * there is to see it asks for as always, and gets no more than it may.
 */
export class InboxConnection {
  readonly #socket: WebSocket
  readonly #container: Container
  readonly #visit: InboxVisit
  readonly #recheck: NodeJS.Timeout
  #sessionId: LoginSessionId | null = null
  #stop: (() => Promise<void>) | null = null
  #hint: NodeJS.Timeout | null = null

  constructor(socket: WebSocket, container: Container, visit: InboxVisit) {
    this.#socket = socket
    this.#container = container
    this.#visit = visit
    this.#recheck = setInterval(() => void this.recheck(), limits.inboxRecheckMs)
    this.#recheck.unref()
    // It has nothing to say.
    socket.on("message", () => this.close(closeCodes.malformed, "nothing is expected"))
    socket.on("close", () => {
      clearInterval(this.#recheck)
      if (this.#hint !== null) clearTimeout(this.#hint)
      void this.#stop?.()
    })
    void this.#begin()
  }

  isOf(sessionIds: readonly unknown[]): boolean {
    return this.#sessionId !== null && sessionIds.includes(this.#sessionId)
  }

  /** Looks again whether whoever this is may still see the inbox. */
  async recheck(): Promise<boolean> {
    const { cookie, orgId } = this.#visit
    const person = await readPerson(this.#container, cookie, orgId).catch(() => null)
    const role = person?.membership?.role
    this.#sessionId = person?.sessionId ?? null
    const mayWatch = role !== undefined && hasPermission(role, "inbox.read")
    if (!mayWatch) this.close(closeCodes.refused, "not for you")
    return mayWatch
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  async #begin() {
    if (!(await this.recheck())) return
    const { pubsub } = this.#container
    this.#stop = await pubsub.subscribe(inboxTopic(this.#visit.orgId), () => this.#hear())
    if (this.#socket.readyState === this.#socket.OPEN) this.#tell("ready")
    else await this.#stop()
  }

  /** Many changes at once are one hint. */
  #hear() {
    this.#hint ??= setTimeout(() => {
      this.#hint = null
      this.#tell("changed")
    }, limits.inboxHintMs)
  }

  #tell(t: "ready" | "changed") {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > limits.socketBufferedBytes)
      return this.close(closeCodes.tooSlow, "the client does not read")
    this.#container.metrics.socketFrames.inc({ direction: "out" })
    this.#socket.send(JSON.stringify({ t }))
  }
}
