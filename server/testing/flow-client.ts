import { WebSocket } from "ws"
import * as Y from "yjs"
import type { ServerFlowFrame } from "#catalog/shared-flow/frames.ts"
import { openSharedFlow, readSharedFlow, type SharedFlow } from "#catalog/shared-flow/open.ts"
import type { TestBrowser } from "./test-browser.ts"

type FrameOf<T extends ServerFlowFrame["t"]> = Extract<ServerFlowFrame, { t: T }>

/** A builder without a canvas: the other end of /ws/flows, with a document of its own. */
export function openFlowClient(url: string, browser: TestBrowser | null, headers = {}) {
  const cookie = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join("; ")
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/flows`, {
    headers: { cookie, ...headers },
  })
  const frames: ServerFlowFrame[] = []
  const flow = openSharedFlow()
  const listeners = new Set<() => void>()
  let closed: number | null = null
  const wake = () => {
    for (const listener of listeners) listener()
  }
  socket.on("message", (bytes) => {
    const frame: ServerFlowFrame = JSON.parse(String(bytes))
    if (frame.t === "ready" || frame.t === "update")
      Y.applyUpdate(flow.doc, new Uint8Array(Buffer.from(frame.update, "base64")), "remote")
    frames.push(frame)
    wake()
  })
  socket.on("close", (code) => {
    closed = code
    wake()
  })
  socket.on("error", () => undefined)
  const opened = new Promise<void>((done, fail) => {
    socket.once("open", done)
    socket.once("error", fail)
    socket.once("unexpected-response", (_, response) => fail(new Error(`${response.statusCode}`)))
  })
  const until = <T>(look: () => T | undefined | null | false): Promise<T> =>
    new Promise((done) => {
      const check = () => {
        const found = look()
        if (found === undefined || found === null || found === false) return
        listeners.delete(check)
        done(found)
      }
      listeners.add(check)
      check()
    })
  const send = async (frame: unknown) => {
    await opened
    socket.send(typeof frame === "string" ? frame : JSON.stringify(frame))
  }
  const heard = <T extends ServerFlowFrame["t"]>(t: T, fits: (frame: FrameOf<T>) => boolean) =>
    until(() =>
      frames.find((frame): frame is FrameOf<T> => frame.t === t && fits(frame as FrameOf<T>)),
    )
  let n = 0
  return {
    socket,
    opened,
    frames,
    flow,
    until,
    send,
    heard,
    source: () => readSharedFlow(flow).source,
    closed: () => until(() => closed),
    hello: async (place: { org: string; botId: string; scriptId: string }, more = {}) => {
      await send({ t: "hello", client: flow.doc.clientID, ...place, ...more })
      return heard("ready", () => true)
    },
    /** Edits the document and sends what that made. */
    edit: async (change: (flow: SharedFlow) => void) => {
      const before = Y.encodeStateVector(flow.doc)
      flow.doc.transact(() => change(flow))
      n += 1
      await sendUpdate(Y.encodeStateAsUpdate(flow.doc, before), n)
      return n
    },
    sendUpdate,
    /** Once the draft holds what was sent up to here. */
    saved: async () => {
      await send({ t: "flush" })
      return heard("saved", (frame) => frame.n === n)
    },
  }
  function sendUpdate(update: Uint8Array, number = 1) {
    return send({ t: "update", n: number, update: Buffer.from(update).toString("base64") })
  }
}
