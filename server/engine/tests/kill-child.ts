/** A process that runs nothing but the engine, to be killed. Driven over its IPC channel by `kill-campaign.ts`. */
import { createDatabase, type Database, openDatabase } from "#db/client.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { planFault } from "../fault-points.ts"
import { createKillEngine } from "./kill-engine.ts"
import type { ChildSettings, FromChild, ToChild } from "./kill-messages.ts"

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings

async function open(): Promise<Database> {
  if (settings.databaseUrl !== null)
    return createDatabase(await openPostgres(settings.databaseUrl, 5_000), null)
  return await openDatabase({ dataDir: settings.dataDir ?? "", databaseUrl: null })
}

function tell(message: FromChild) {
  process.send?.(message)
}

const db = await open()
const engine = createKillEngine(db, settings)

process.on("message", (message: ToChild) => {
  if (message.t === "go") {
    planFault(message.fault ?? undefined)
    engine.start()
  } else if (message.t === "accept") {
    engine.accept(message.event).then(
      (result) => tell({ t: "result", id: message.id, result }),
      (error: unknown) => tell({ t: "failed", id: message.id, reason: String(error) }),
    )
  } else void leave()
})
process.on("disconnect", () => process.exit(0))
tell({ t: "ready" })

async function leave() {
  await engine.stop()
  await db.close()
  process.exit(0)
}
