import { WebSocket } from "ws"
import * as Y from "yjs"
import type { ServerFlowFrame } from "#catalog/shared-flow/frames.ts"
import { openSharedFlow, readSharedFlow, type SharedFlow } from "#catalog/shared-flow/open.ts"
import type { TestBrowser } from "./test-browser.ts"

type FrameOf<T extends ServerFlowFrame["t"]> = Extract<ServerFlowFrame, { t: T }>

/** Looks again for something each time it is woken, until it is there. */
function createWatch() {
  const listeners = new Set<() => void>()
  const wake = () => {
    for (const listener of listeners) listener()
  }
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
  return { until, wake }
}

function openSocket(url: string, browser: TestBrowser | null, headers: object): WebSocket {
  const cookie = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join("; ")
  const address = `${url.replace("http", "ws")}/ws/flows`
  return new WebSocket(address, { headers: { cookie, ...headers } })
}

/** Rejects with the status when the server does not let it in. */
const whenOpen = (socket: WebSocket): Promise<void> =>
  new Promise((done, fail) => {
    socket.once("open", done)
    socket.once("error", fail)
    socket.once("unexpected-response", (_, response) => fail(new Error(`${response.statusCode}`)))
  })

function hearFrames(socket: WebSocket, hear: (frame: ServerFlowFrame) => void) {
  socket.on("message", (bytes) => hear(JSON.parse(String(bytes))))
  socket.on("error", () => undefined)
}

/** A builder without a canvas: the other end of /ws/flows, with a document of its own. */
export function openFlowClient(url: string, browser: TestBrowser | null, headers = {}) {
  const socket = openSocket(url, browser, headers)
  const frames: ServerFlowFrame[] = []
  const flow = openSharedFlow()
  const { until, wake } = createWatch()
  let closed: number | null = null
  const opened = whenOpen(socket)
  hearFrames(socket, (frame) => {
    if (frame.t === "ready" || frame.t === "update")
      Y.applyUpdate(flow.doc, new Uint8Array(Buffer.from(frame.update, "base64")), "remote")
    frames.push(frame)
    wake()
  })
  socket.on("close", (code) => {
    closed = code
    wake()
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
  const sendUpdate = (update: Uint8Array, number = 1) =>
    send({ t: "update", n: number, update: Buffer.from(update).toString("base64") })
  return {
    ...{ socket, opened, frames, flow, until, send, heard },
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
}
