import { randomUUID } from "node:crypto"
import type { WebSocket } from "ws"
import { closeCodes } from "#catalog/events.ts"
import type { LoginSessionId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { hasPermission } from "#catalog/permissions.ts"
import type { ServerFlowFrame } from "#catalog/shared-flow/frames.ts"
import { createRequestContext } from "#server/auth/request-context.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { asAppError } from "#server/errors/problem.ts"
import type { AnyoneContext, ServiceContext } from "#server/services/context.ts"
import { checkPermission } from "#server/services/define-verb.ts"
import { loadJoiner } from "#server/services/shared-flows/join.ts"
import { createFrameBudget, type FrameBudget } from "../frame-budget.ts"
import { errorFrame, type FlowRoom, type RoomMember } from "./flow-room.ts"
import type { FlowRooms } from "./flow-rooms.ts"
import type { UpdateRefusal } from "./guarded-flow.ts"
import { type FlowHello, type FlowUpdate, fromBase64, readFlowFrame } from "./read-flow-frame.ts"

/** One builder with one flow open, from the hello to the end. */
export class FlowConnection implements RoomMember {
  readonly key = randomUUID()
  taken = 0
  stored = 0
  client = -1
  readonly #socket: WebSocket
  readonly #anyone: AnyoneContext
  readonly #cookie: string | undefined
  readonly #rooms: FlowRooms
  readonly #budget: FrameBudget
  #context: ServiceContext | null = null
  #sessionId: LoginSessionId | null = null
  #hello: FlowHello | null = null
  #room: Promise<FlowRoom> | null = null
  #joined: FlowRoom | null = null
  readonly #recheck: NodeJS.Timeout

  constructor(
    socket: WebSocket,
    anyone: AnyoneContext,
    cookie: string | undefined,
    rooms: FlowRooms,
  ) {
    this.#socket = socket
    this.#anyone = anyone
    this.#cookie = cookie
    this.#rooms = rooms
    const { clock, env } = anyone.container
    this.#budget = createFrameBudget(clock, limits.flowFramesPerSecond * env.rateLimitFactor)
    const helloTimer = setTimeout(() => {
      if (this.#hello === null) this.#close(closeCodes.silent, "no hello")
    }, limits.socketHelloMs)
    this.#recheck = setInterval(() => void this.recheck(), limits.flowRecheckMs)
    this.#recheck.unref()
    socket.on("message", (bytes, isBinary) => this.#receive(String(bytes), isBinary))
    socket.on("close", () => {
      clearTimeout(helloTimer)
      clearInterval(this.#recheck)
      this.#joined?.leave(this)
    })
  }

  get context(): ServiceContext {
    if (this.#context === null) throw new AppError("auth.signed_out")
    return this.#context
  }

  /** Whether this is a window of one of these login sessions. */
  isOf(sessionIds: readonly unknown[]): boolean {
    return sessionIds.includes(this.#sessionId)
  }

  /** Looks again whether whoever this is may still be here, and what they may do. */
  async recheck(): Promise<void> {
    if (this.#hello === null || this.#context === null) return
    try {
      await this.#identify(this.#hello)
    } catch (error) {
      this.#fail(error)
    }
  }

  end(): void {
    this.#close(closeCodes.stopping, "the flow is opened anew")
  }

  send(frame: ServerFlowFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > limits.socketBufferedBytes * 4) {
      this.#close(closeCodes.tooSlow, "the client does not read")
      return
    }
    this.#anyone.container.metrics.socketFrames.inc({ direction: "out" })
    this.#socket.send(JSON.stringify(frame))
  }

  #receive(text: string, isBinary: boolean): void {
    this.#anyone.container.metrics.socketFrames.inc({ direction: "in" })
    if (this.#budget.take())
      this.#handle(text, isBinary).catch((error: unknown) => this.#fail(error))
    else this.#close(closeCodes.tooMany, "too many frames")
  }

  async #handle(text: string, isBinary: boolean): Promise<void> {
    if (isBinary) throw new AppError("request.malformed", { expected: "text" })
    const frame = readFlowFrame(text)
    if (frame.t === "ping") return this.send({ t: "pong" })
    if (frame.t === "hello") {
      if (this.#hello !== null)
        throw new AppError("request.malformed", { expected: "the only hello" })
      this.#hello = frame
      this.#room = this.#enter(frame)
      await this.#room
      return
    }
    if (this.#room === null) throw new AppError("auth.signed_out")
    const room = await this.#room.catch(() => null)
    if (room === null || this.#joined === null) return
    if (frame.t === "update") this.#take(room, frame)
    else if (frame.t === "presence") room.show(this, frame.presence)
    else await room.flush()
  }

  async #enter(hello: FlowHello): Promise<FlowRoom> {
    await this.#identify(hello)
    this.client = hello.client
    const name = await loadJoiner(this.context)
    const room = await this.#rooms.open(this.context, hello)
    if (this.#socket.readyState !== this.#socket.OPEN) {
      room.leaveIfEmpty()
      return room
    }
    if (room.isFull) throw new AppError("request.too_many", { retryAfterSeconds: 60 })
    room.join(this, name, hello)
    this.#joined = room
    return room
  }

  /** Throws: AppError "auth.signed_out", "org.not_found", "permission.denied". */
  async #identify({ org }: FlowHello): Promise<void> {
    const request = createRequestContext(this.#anyone, { cookie: this.#cookie, orgs: [org] })
    const context = await request.requireMember()
    checkPermission(context, "bots.read")
    const { sessionId } = await request.requirePerson()
    this.#context = context
    this.#sessionId = sessionId
  }

  #take(room: FlowRoom, { n, update }: FlowUpdate): void {
    if (!hasPermission(this.context.role, "bots.update"))
      throw new AppError("permission.denied", {
        permission: "bots.update",
        actor: this.context.role,
      })
    const refusal = room.take(this, n, fromBase64(update))
    if (refusal === null) return
    const { title, detail } = explain(refusal).text
    this.send({ t: "refused", n, title, detail })
  }

  #fail(thrown: unknown): void {
    const { requestId, container } = this.#anyone
    const error = asAppError(thrown, requestId)
    if (error.text.status >= 500) container.log.error({ err: error, requestId }, "socket broke")
    this.send(errorFrame(error))
    const isRefusal = isAppError(error) && [401, 403, 404].includes(error.text.status)
    this.#close(isRefusal ? closeCodes.refused : closeCodes.malformed, "see the error frame")
  }

  #close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }
}

function explain(refusal: UpdateRefusal): AppError {
  if (refusal === "tooLarge")
    return new AppError("flow.too_large", { most: limits.draftSourceChars })
  return new AppError("flow.edit_refused", { reason: refusal })
}
