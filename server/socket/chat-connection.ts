import type { WebSocket } from "ws"
import { closeCodes, type ServerFrame } from "#catalog/events.ts"
import { limits } from "#catalog/limits.ts"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { asAppError, retryAfterSeconds } from "#server/errors/problem.ts"
import type { AnyoneContext, ConversationContext } from "#server/services/context.ts"
import { proveConversation } from "#server/services/conversations/prove-conversation.ts"
import { sendToConversation } from "#server/services/conversations/send.ts"
import { type ConversationFeed, openFeed } from "./conversation-feed.ts"
import { createFrameBudget, type FrameBudget } from "./frame-budget.ts"
import { type HelloFrame, readFrame, readKey, type SendFrame } from "./read-frame.ts"

/** Turns of one client that may run at the same time; more wait for nobody and are refused. */
const maxSendsInFlight = 16

/** One client of one conversation, from its hello to its end. */
export class ChatConnection {
  readonly #socket: WebSocket
  readonly #context: AnyoneContext
  readonly #origin: string | null
  readonly #budget: FrameBudget
  /** Begins with the hello; whatever is said before it is answered waits for it. */
  #greeting: Promise<ConversationContext> | null = null
  #feed: ConversationFeed | null = null
  #sendsInFlight = 0

  constructor(socket: WebSocket, context: AnyoneContext, origin: string | null) {
    this.#socket = socket
    this.#context = context
    this.#origin = origin
    const { clock, env } = context.container
    const perSecond = limits.socketFramesPerSecond * env.rateLimitFactor
    this.#budget = createFrameBudget(clock, perSecond)
    const helloTimer = setTimeout(() => {
      if (this.#greeting === null) this.close(closeCodes.silent, "no hello")
    }, limits.socketHelloMs)
    socket.on("message", (bytes, isBinary) => this.#receive(String(bytes), isBinary))
    socket.on("close", () => {
      clearTimeout(helloTimer)
      void this.#feed?.stop()
    })
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  #receive(text: string, isBinary: boolean): void {
    this.#context.container.metrics.socketFrames.inc({ direction: "in" })
    if (this.#budget.take())
      this.#handle(text, isBinary).catch((error: unknown) => this.#fail(error, readKey(text)))
    else this.close(closeCodes.tooMany, "too many frames")
  }

  async #handle(text: string, isBinary: boolean): Promise<void> {
    if (isBinary) throw new AppError("request.malformed", { expected: "text" })
    const frame = readFrame(text)
    if (frame.t === "ping") return this.#send({ t: "pong" })
    if (frame.t === "hello") {
      if (this.#greeting !== null)
        throw new AppError("request.malformed", { expected: "the only hello" })
      this.#greeting = this.#greet(frame)
      await this.#greeting
      return
    }
    if (this.#greeting === null) throw new AppError("conversation.token_missing")
    const conversation = await this.#greeting.catch(() => null)
    if (conversation !== null) await this.#say(conversation, frame)
  }

  async #greet({ token, after }: HelloFrame): Promise<ConversationContext> {
    const request = { id: null, token, origin: this.#origin }
    const conversation = await proveConversation(this.#context, request)
    this.#send({ t: "ready", conversation: conversation.conversationId, after })
    this.#feed = await openFeed(conversation, after, (frame) => this.#send(frame))
    if (this.#socket.readyState === this.#socket.OPEN) await this.#feed.update()
    else await this.#feed.stop()
    return conversation
  }

  /** An error of a `send` is told with its key and ends nothing. */
  async #say(conversation: ConversationContext, { t: _, ...said }: SendFrame): Promise<void> {
    try {
      if (this.#sendsInFlight >= maxSendsInFlight)
        throw new AppError("request.too_many", { retryAfterSeconds: 1 })
      this.#sendsInFlight += 1
      const { isRunning } = await sendToConversation(conversation, said).finally(() => {
        this.#sendsInFlight -= 1
      })
      this.#send({ t: "accepted", key: said.key })
      if (isRunning) this.#send({ t: "waiting", waiting: { kind: "running" } })
      await this.#feed?.update()
    } catch (error) {
      this.#tell(error, said.key)
    }
  }

  /** An error that no `send` can be blamed for is told, and the socket closes. */
  #fail(error: unknown, key: string | undefined): void {
    this.#tell(error, key)
    if (key !== undefined) return
    const isRefusal = isAppError(error) && [401, 403, 404].includes(error.text.status)
    this.close(isRefusal ? closeCodes.refused : closeCodes.malformed, "see the error frame")
  }

  #tell(thrown: unknown, key?: string): void {
    const { requestId, container } = this.#context
    const error = asAppError(thrown, requestId)
    if (error.text.status >= 500) container.log.error({ err: error, requestId }, "socket broke")
    const { code, title, detail, fix } = error.text
    const seconds = retryAfterSeconds(error)
    this.#send({
      t: "error",
      code,
      title,
      detail,
      fix,
      ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
      ...(key === undefined ? {} : { key }),
    })
  }

  #send(frame: ServerFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > limits.socketBufferedBytes) {
      this.close(closeCodes.tooSlow, "the client does not read")
      return
    }
    this.#context.container.metrics.socketFrames.inc({ direction: "out" })
    this.#socket.send(JSON.stringify(frame))
  }
}
