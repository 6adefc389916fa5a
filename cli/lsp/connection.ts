import { frame, type Id, type Message, MessageReader } from "./framing.ts"

export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  internalError: -32603,
  notInitialized: -32002,
  requestFailed: -32803,
  requestCancelled: -32800,
} as const

/** A request is answered with this sentence instead of a result. */
export class RequestError extends Error {
  override readonly name = "RequestError"
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

export interface Handlers {
  /** Answers a request; throws RequestError to refuse it. */
  request(method: string, params: unknown): unknown
  notify(method: string, params: unknown): void
}

/**
 * Carries messages between a client and handlers, one at a time in the order they came.
 *
 * Between two messages the stream is read, so that a request that is waiting can still be cancelled.
 */
export class Connection {
  private readonly reader = new MessageReader()
  private readonly waiting: Message[] = []
  private readonly cancelled = new Set<Id>()
  private isBusy = false
  private readonly write: (bytes: Buffer) => void
  private readonly handlers: Handlers

  constructor(write: (bytes: Buffer) => void, handlers: Handlers) {
    this.write = write
    this.handlers = handlers
  }

  /** Takes bytes from the client. Throws FramingError when they are no messages. */
  receive(bytes: Buffer) {
    for (const text of this.reader.push(bytes)) this.take(text)
    this.goOn()
  }

  send(method: string, params: unknown) {
    this.write(frame({ jsonrpc: "2.0", method, params }))
  }

  private take(text: string) {
    const message = parseMessage(text)
    if (message === null) {
      const error = { code: errorCodes.parseError, message: "The message is not JSON-RPC 2.0." }
      return this.write(frame({ jsonrpc: "2.0", id: null, error }))
    }
    if (message.method === "$/cancelRequest") {
      const id = (message.params as { readonly id?: Id } | null)?.id
      if (id !== undefined && this.waiting.some((each) => each.id === id)) this.cancelled.add(id)
    } else if (message.method !== undefined) this.waiting.push(message)
  }

  private goOn() {
    if (this.isBusy || this.waiting.length === 0) return
    this.isBusy = true
    setImmediate(() => {
      const message = this.waiting.shift()
      if (message !== undefined) this.perform(message)
      this.isBusy = false
      this.goOn()
    })
  }

  private perform({ id, method = "", params }: Message) {
    if (id === undefined || id === null) {
      try {
        this.handlers.notify(method, params)
      } catch (failure) {
        this.send("window/logMessage", { type: 1, message: `${method}: ${sentenceOf(failure)}` })
      }
      return
    }
    this.write(frame({ jsonrpc: "2.0", id, ...this.answer(id, method, params) }))
  }

  private answer(id: Id, method: string, params: unknown): Pick<Message, "result" | "error"> {
    if (this.cancelled.delete(id))
      return { error: { code: errorCodes.requestCancelled, message: "The request was cancelled." } }
    try {
      return { result: this.handlers.request(method, params) ?? null }
    } catch (failure) {
      const code = failure instanceof RequestError ? failure.code : errorCodes.internalError
      return { error: { code, message: sentenceOf(failure) } }
    }
  }
}

const sentenceOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure)

function parseMessage(text: string): Message | null {
  try {
    const value: unknown = JSON.parse(text)
    const isMessage =
      typeof value === "object" && value !== null && (value as Message).jsonrpc === "2.0"
    return isMessage ? (value as Message) : null
  } catch {
    return null
  }
}
