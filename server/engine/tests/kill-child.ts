/** A process that runs nothing but the engine, to be killed. Driven over its IPC channel by `kill-campaign.ts`. */

import { patchUrl } from "#basic/keywords/patch.ts"
import { putUrl } from "#basic/keywords/put.ts"
import { createDatabase, type Database, openDatabase } from "#db/client.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { systemClock } from "#server/clock.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import { type Handlers, handlerFor } from "#server/keywords/handler.ts"
import { sendRequest } from "#server/keywords/http/send.ts"
import { handlers } from "#server/keywords/index.ts"
import { openLog } from "#server/log.ts"
import { createEngine } from "../create-engine.ts"
import { planFault } from "../fault-points.ts"
import type { SendRequest } from "../turn-step.ts"
import type { ChildSettings, FromChild, ToChild } from "./kill-messages.ts"

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings

/** PUT and PATCH stand for effects that declare the other two choices about a lost outcome. */
const declared: Handlers = new Map(handlers)
  .set(
    "PUT",
    handlerFor(putUrl, ({ url, body }, step) =>
      sendRequest({ method: "PUT", url, body, unknown: "maybe never" }, step),
    ),
  )
  .set(
    "PATCH",
    handlerFor(patchUrl, ({ url, body }, step) =>
      sendRequest({ method: "PATCH", url, body, unknown: "error" }, step),
    ),
  )

const send: SendRequest = async ({ method, url, headers, body }) => {
  const reply = await fetch(url, {
    method,
    headers: Object.fromEntries(headers),
    ...(body !== null && { body }),
  })
  const contentType = reply.headers.get("content-type") ?? ""
  return { status: reply.status, contentType, body: await reply.text() }
}

async function open(): Promise<Database> {
  if (settings.databaseUrl !== null)
    return createDatabase(await openPostgres(settings.databaseUrl, 5_000), null)
  return await openDatabase({ dataDir: settings.dataDir ?? "", databaseUrl: null })
}

function tell(message: FromChild) {
  process.send?.(message)
}

const db = await open()
const engine = createEngine({
  db,
  pubsub: createMemoryPubSub(),
  clock: systemClock,
  log: openLog("silent"),
  handlers: declared,
  send,
  options: { leaseMs: settings.leaseMs, pollMs: 100 },
})

process.on("message", (message: ToChild) => {
  if (message.t === "go") {
    planFault(message.fault ?? undefined)
    engine.start()
  } else if (message.t === "accept") {
    engine.accept(message.event).then(
      (result) => tell({ t: "result", id: message.id, result }),
      (error: unknown) => tell({ t: "failed", id: message.id, reason: String(error) }),
    )
  } else
    void engine
      .stop()
      .then(() => db.close())
      .then(() => process.exit(0))
})
process.on("disconnect", () => process.exit(0))
tell({ t: "ready" })
