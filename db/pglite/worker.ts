// The thread of the embedded database. Nothing else opens the directory; see `open-embedded.ts`.
import { parentPort, workerData } from "node:worker_threads"
import { PGlite } from "@electric-sql/pglite"
import { vector } from "@electric-sql/pglite-pgvector"
import { DatabaseError, DatabaseMisuse } from "../errors.ts"
import {
  emptyResult,
  type Opened,
  type Refused,
  type Reply,
  type Request,
  type WorkerStart,
} from "./messages.ts"
import { SessionQueue } from "./session-queue.ts"
import { StatementRunner } from "./statement-runner.ts"

/** Replies that are ready together travel together, but a long row of statements does not hold back the first. */
const maxReplies = 16

const port = parentPort
if (port === null) throw new Error("worker.ts is started by open-embedded.ts, as a worker thread")

// The thread that starts this one passes exactly this; `workerData` has no type of its own.
const start = workerData as WorkerStart
const db = await open(start)
if (db !== null) serve(db)

async function open({ directory, dump }: WorkerStart): Promise<PGlite | null> {
  const say = (opened: Opened) => port?.postMessage(opened)
  try {
    const opened = await PGlite.create({
      dataDir: directory ?? "memory://",
      extensions: { vector },
      ...(dump === null ? {} : { loadDataDir: new Blob([new Uint8Array(dump)]) }),
    })
    say({ open: true })
    return opened
  } catch (error) {
    say({ open: false, reason: error instanceof Error ? error.message : String(error) })
    return null
  }
}

function serve(db: PGlite) {
  const queue = new SessionQueue(new StatementRunner(db))
  const outbox: Reply[] = []

  const flush = () => {
    if (outbox.length > 0) port?.postMessage(outbox.splice(0))
  }
  const reply = (message: Reply) => {
    outbox.push(message)
    if (outbox.length >= maxReplies) flush()
    else if (outbox.length === 1) setImmediate(flush)
  }

  db.onNotification((channel, payload) => reply({ channel, payload }))
  port?.on("message", (requests: readonly Request[]) => {
    for (const { id, ask } of requests) void answer(id, ask)
  })

  async function answer(id: number, ask: Request["ask"]) {
    try {
      if (ask.kind === "dump") reply({ id, dump: await queue.exclusively(() => dumpDirectory(db)) })
      else if (ask.kind === "close") {
        await queue.exclusively(() => db.close())
        reply({ id, result: emptyResult })
        flush()
        port?.close()
      } else reply({ id, result: await queue.ask(ask) })
    } catch (error) {
      reply({ id, error: refusalOf(error) })
    }
  }
}

async function dumpDirectory(db: PGlite): Promise<Uint8Array<ArrayBuffer>> {
  await db.exec("checkpoint")
  const file = await db.dumpDataDir("gzip")
  return new Uint8Array(await file.arrayBuffer())
}

function refusalOf(error: unknown): Refused {
  if (error instanceof DatabaseError) {
    const { code, constraint, table, message } = error
    return { kind: "database", message, facts: { code, constraint, table } }
  }
  const message = error instanceof Error ? error.message : String(error)
  const kind = error instanceof DatabaseMisuse ? "misuse" : "database"
  return { kind, message, facts: { code: "XX000" } }
}
