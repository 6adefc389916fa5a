/**
 * How many durable turns a second does one process take, over the engine, on a real Postgres with fsync on?
 *
 *   npm run bench -- turns            SECONDS=10 CLIENTS=400 by default
 *
 * A turn is a message to a conversation with at least 1 kB of state: the program goes on, answers and
 * waits again; state, both messages, event, trace and usage are stored in one commit before the answer.
 */
import { availableParallelism, cpus } from "node:os"
import { compile, parse } from "#basic"
import { newId } from "#catalog/ids.ts"
import { createDatabase, type Database } from "#db/client.ts"
import { migrate } from "#db/migrate.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { createTestBot, createTestOrg } from "#db/testing/factories.ts"
import { startPostgres } from "#db/testing/start-postgres.ts"
import { systemClock } from "#server/clock.ts"
import { createEngine } from "#server/engine/create-engine.ts"
import type { Engine } from "#server/engine/engine.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import { handlers } from "#server/keywords/index.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { openLog } from "#server/log.ts"

const seconds = Number(process.env.SECONDS ?? 10)
const clients = Number(process.env.CLIENTS ?? 400)
const warmUpSeconds = 2
const stateChars = 1_024

const program = `
pad = ""
FOR i = 1 TO ${stateChars / 16}
pad = pad + "0123456789abcdef"
NEXT i
n = 0
HEAR word
WHILE true
n = n + 1
TALK "Answer " + n + " to " + word
HEAR word
WEND
`

interface Figures {
  readonly turnsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

async function main() {
  const server = process.env.TEST_DATABASE_URL ? null : await startPostgres({ isDurable: true })
  const url = server?.url ?? process.env.TEST_DATABASE_URL ?? ""
  const backend = await openPostgres(url, 60_000)
  await migrate(backend)
  const db = createDatabase(backend, null)
  try {
    const orgId = await createTestOrg(db)
    const { botId } = await createTestBot(db, orgId, { bundle: compileProgram() })
    const engine = createEngine({
      db,
      pubsub: createMemoryPubSub(),
      clock: systemClock,
      log: openLog("error"),
      handlers,
      parts: makeFakeParts(),
      send: async () => ({ status: 200, contentType: "text/plain", body: "" }),
    })
    const event = { orgId, botId, source: "bench" } as const
    const start = () => engine.accept({ ...event, key: null, conversationId: null, kind: "start" })
    const started = await Promise.all(Array.from({ length: clients }, start))
    const talk = (conversationId: string) =>
      engine.accept({ ...event, key: newId("evt"), conversationId, kind: "message", text: "hello" })
    const ids = started.map(({ conversationId }) => conversationId)
    await measure(ids, talk, warmUpSeconds)
    await db.asOwner((tx) => tx.rows("analyze"))
    const figures = await measure(ids, talk, seconds)
    await engine.stop()
    await report(db, orgId, figures)
  } finally {
    await db.close()
    await server?.stop()
  }
}

function compileProgram() {
  const { program: parsed, diagnostics } = parse(program)
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))
  return compile(parsed)
}

/** Every client sends its next message when the answer to the last is there. */
async function measure(
  ids: readonly string[],
  talk: (conversationId: string) => ReturnType<Engine["accept"]>,
  forSeconds: number,
): Promise<Figures> {
  const times: number[] = []
  const begin = performance.now()
  const end = begin + forSeconds * 1_000
  const client = async (id: string) => {
    while (performance.now() < end) {
      const sent = performance.now()
      const { messages } = await talk(id)
      if (!messages[0]?.text.startsWith("Answer")) throw new Error("A turn gave no answer.")
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(ids.map(client))
  const took = (performance.now() - begin) / 1_000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return { turnsPerSecond: times.length / took, p50Ms: at(0.5), p99Ms: at(0.99) }
}

async function report(
  db: Database,
  orgId: Awaited<ReturnType<typeof createTestOrg>>,
  { turnsPerSecond, p50Ms, p99Ms }: Figures,
) {
  const [row] = await db.tenantQuery<{ chars: number; fsync: string; version: string }>(
    [orgId],
    `select avg(length(state))::int as chars, current_setting('fsync') as fsync,
       current_setting('server_version') as version from conversations`,
  )
  const model = cpus()[0]?.model.trim() ?? "unknown"
  console.log(
    `durable turns: ${Math.round(turnsPerSecond).toLocaleString("en")} a second, one process, ${clients} conversations at once`,
  )
  console.log(`  answered in ${p50Ms.toFixed(1)} ms (median), ${p99Ms.toFixed(1)} ms (p99)`)
  console.log(`  state ${row?.chars} characters; Postgres ${row?.version}, fsync ${row?.fsync}`)
  console.log(`  machine: ${availableParallelism()} x ${model}, Node ${process.version}`)
  console.log(
    "  beside it: n8n documents 220 to 442 executions a second; Node-RED answers about 5,000",
  )
  console.log("  requests a second and stores nothing")
}

await main()
