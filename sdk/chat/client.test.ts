import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ChatClient } from "./client.ts"
import type { ChatMessage, ChatTicket, ChatWaiting, TicketStore } from "./types.ts"

/** A socket whose other end the test holds. */
class FakeSocket {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 1
  sent: Record<string, unknown>[] = []
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  readonly url: string
  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.readyState = 3
  }
  receive(frame: unknown) {
    this.onmessage?.({ data: typeof frame === "string" ? frame : JSON.stringify(frame) })
  }
}

const message = (seq: number, from: ChatMessage["from"], text: string): ChatMessage => ({
  id: `msg_${seq}`,
  seq,
  from,
  kind: "text",
  text,
  at: "2030-01-01T00:00:00.000Z",
})
const asks: ChatWaiting = { kind: "text", id: "w1" }

function memoryStore(
  ticket: ChatTicket | null = null,
): TicketStore & { ticket: ChatTicket | null } {
  return {
    ticket,
    load() {
      return this.ticket
    },
    save(next) {
      this.ticket = next
    },
  }
}

/** Answers requests in order; a function sees the request. */
function answers(...list: { status: number; body: unknown }[]) {
  const requests: { url: string; init: RequestInit }[] = []
  const fake = vi.fn(async (url: string | URL | Request, init: RequestInit = {}) => {
    requests.push({ url: String(url), init })
    const next = list.shift()
    if (!next) throw new TypeError("fetch failed")
    return new Response(JSON.stringify(next.body), {
      status: next.status,
      headers: { "content-type": "application/json" },
    })
  })
  return { fetch: fake as typeof fetch, requests }
}
const started = {
  status: 201,
  body: {
    conversation: { id: "cnv_1", token: "secret" },
    messages: [message(1, "bot", "Hi")],
    waiting: asks,
  },
}
const lastSocket = () => {
  const socket = FakeSocket.all.at(-1)
  if (!socket) throw new Error("no socket was opened")
  return socket
}

beforeEach(() => {
  FakeSocket.all = []
  vi.stubGlobal("WebSocket", FakeSocket)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe("a chat client", () => {
  it("starts a conversation, keeps its ticket and says hello with the last number it knows", async () => {
    const store = memoryStore()
    const { fetch, requests } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "de mo", store, fetch })
    await client.open()
    lastSocket().onopen?.()
    expect(requests[0]?.url).toBe("https://b.example/api/v1/bots/de%20mo/conversations")
    expect(store.ticket).toEqual({ id: "cnv_1", token: "secret" })
    expect(lastSocket().url).toBe("wss://b.example/ws/chat")
    expect(lastSocket().sent).toEqual([{ t: "hello", token: "secret", after: 1 }])
    expect(client.getState().waiting).toEqual(asks)
  })

  it("resumes a stored conversation without starting another", async () => {
    const { fetch, requests } = answers({
      status: 200,
      body: { messages: [message(1, "bot", "Hi")], waiting: asks },
    })
    const client = new ChatClient({
      origin: "https://b.example",
      bot: "demo",
      store: memoryStore({ id: "cnv_9", token: "t" }),
      fetch,
    })
    await client.open()
    expect(requests.map((request) => request.url)).toEqual([
      "https://b.example/api/v1/conversations/cnv_9/messages?after=0",
    ])
    expect(client.getState().messages).toHaveLength(1)
  })

  it("gives up a ticket the server no longer knows and starts anew", async () => {
    const store = memoryStore({ id: "cnv_gone", token: "t" })
    const { fetch } = answers(
      { status: 401, body: { code: "conversation.token_unknown", detail: "Unknown." } },
      started,
    )
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", store, fetch })
    await client.open()
    expect(store.ticket?.id).toBe("cnv_1")
  })

  it("shows a message that arrives twice once, and in order", async () => {
    const { fetch } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    const socket = lastSocket()
    socket.receive({ t: "message", message: message(3, "bot", "c") })
    socket.receive({ t: "message", message: message(2, "bot", "b") })
    socket.receive({ t: "message", message: message(3, "bot", "c") })
    expect(client.getState().messages.map((m) => m.text)).toEqual(["Hi", "b", "c"])
  })

  it("shows what the person says at once and confirms it by the message that comes back", async () => {
    const { fetch } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    const socket = lastSocket()
    socket.onopen?.()
    socket.receive({ t: "waiting", waiting: asks })
    client.send({ text: "Ana" })
    expect(client.getState()).toMatchObject({ isTyping: true, pending: [{ text: "Ana" }] })
    expect(socket.sent.at(-1)).toMatchObject({ t: "send", text: "Ana" })
    socket.receive({ t: "message", message: message(2, "contact", "Ana") })
    expect(client.getState().pending).toEqual([])
  })

  it("sends again after a lost connection under the same key", async () => {
    const { fetch } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    const first = lastSocket()
    first.onopen?.()
    first.receive({ t: "waiting", waiting: asks })
    client.send({ text: "Ana" })
    const key = first.sent.at(-1)?.key
    first.onclose?.()
    await vi.advanceTimersByTimeAsync(600)
    const second = lastSocket()
    expect(second).not.toBe(first)
    second.onopen?.()
    second.receive({ t: "waiting", waiting: asks })
    expect(second.sent.at(-1)).toMatchObject({ t: "send", key, text: "Ana" })
  })

  it("says in words that nothing answers, and tries again by itself", async () => {
    const { fetch } = answers()
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    expect(client.getState().status).toBe("offline")
    expect(client.getState().error).toMatchObject({ code: "network.unreachable" })
    await vi.advanceTimersByTimeAsync(600)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it("does not try again what the server refuses for good", async () => {
    const { fetch } = answers({
      status: 404,
      body: { code: "bot.not_found", detail: "There is no bot here.", fix: "Check the address." },
    })
    const client = new ChatClient({ origin: "https://b.example", bot: "nobody", fetch })
    await client.open()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(client.getState().error?.message).toBe("There is no bot here.")
  })

  it("ignores frames that are not JSON objects", async () => {
    const { fetch } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    for (const frame of ["", "null", "[", "3", '"x"', "{}"]) lastSocket().receive(frame)
    expect(client.getState().messages).toHaveLength(1)
  })

  it("grows a draft from deltas, clears it on a new epoch and drops it for the whole message", async () => {
    const { fetch } = answers(started)
    const client = new ChatClient({ origin: "https://b.example", bot: "demo", fetch })
    await client.open()
    const socket = lastSocket()
    socket.receive({ t: "delta", id: "msg_2", epoch: 1, text: "Hel" })
    socket.receive({ t: "delta", id: "msg_2", epoch: 1, text: "lo" })
    expect(client.getState().draft?.text).toBe("Hello")
    socket.receive({ t: "delta", id: "msg_2", epoch: 2, text: "He" })
    expect(client.getState().draft?.text).toBe("He")
    socket.receive({ t: "message", message: message(2, "bot", "Hello!") })
    expect(client.getState().draft).toBeNull()
  })
})
