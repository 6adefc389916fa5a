/**
 * How many searches a second does a knowledge base of 50,000 passages answer, on a real Postgres?
 *
 *   npm run bench -- knowledge            SECONDS=8 CLIENTS=16 CHUNKS=50000 by default
 *
 * The question's vector is given: what is measured is the statement that finds the nearest passages through the
 * index, with its round trip. Beside it: how many of the ten nearest an exact comparison finds too, the whole
 * search with words and ranking, and the same with the embedding of the question by the model of the product.
 */
import { availableParallelism, cpus } from "node:os"
import { createDatabase, type Database } from "#db/client.ts"
import { migrate } from "#db/migrate.ts"
import { openPostgres } from "#db/postgres/open-postgres.ts"
import { startPostgres } from "#db/testing/start-postgres.ts"
import { ensureVectorIndex } from "#server/knowledge/store/vector-index.ts"
import { fillLibrary, randomVector, randomWords } from "./knowledge/fill-library.ts"
import { type Library, openLibrary } from "./knowledge/open-library.ts"

const seconds = Number(process.env.SECONDS ?? 8)
const clients = Number(process.env.CLIENTS ?? 16)
const chunks = Number(process.env.CHUNKS ?? 50_000)

async function main() {
  const server = process.env.TEST_DATABASE_URL ? null : await startPostgres({ isDurable: true })
  const backend = await openPostgres(server?.url ?? process.env.TEST_DATABASE_URL ?? "", 600_000)
  await migrate(backend)
  const db = createDatabase(backend, null, 600_000)
  const library = await openLibrary(db)
  try {
    await fillLibrary(db, library, chunks)
    const began = performance.now()
    await ensureVectorIndex(db)
    await db.asOwner((tx) => tx.rows("analyze"))
    console.log(
      `index over ${chunks.toLocaleString("en")} passages made in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
    )
    const recall = await measureRecall(db, library)
    say(
      "nearest passages, vector given",
      await measure(() => nearest(db, library, randomVector(), true)),
      "1,000 a second, p95 under 50 ms",
    )
    console.log(`  recall@10 against exact: ${recall.toFixed(3)} (target 0.95)`)
    say("whole search, question embedded", await measure(() => search(library)), "150 a second")
    console.log(
      `  machine: ${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.version}`,
    )
  } finally {
    await library.close()
    await db.close()
    await server?.stop()
  }
}

function nearest(db: Database, { place, baseId }: Library, vector: string, useIndex: boolean) {
  const { orgId } = place
  if (useIndex)
    return db.tenantQuery<{ id: string }>(
      [orgId],
      "select chunk_id as id, likeness from knowledge_nearest($1, $2::text[], $3::text::halfvec, 10)",
      [orgId, [baseId], vector],
    )
  return db.tenantQuery<{ id: string }>(
    [orgId],
    `select chunk_id as id from knowledge_vectors where org_id = $1 and base_id = $2
     order by embedding <#> $3::text::halfvec limit 10`,
    [orgId, baseId, vector],
  )
}

const search = ({ knowledge, place }: Library) =>
  knowledge.search(place, { bases: [], text: randomWords(8), limit: 3 })

async function measureRecall(db: Database, library: Library): Promise<number> {
  let found = 0
  const questions = 50
  for (let at = 0; at < questions; at++) {
    const vector = randomVector()
    const exact = new Set((await nearest(db, library, vector, false)).map(({ id }) => id))
    found += (await nearest(db, library, vector, true)).filter(({ id }) => exact.has(id)).length
  }
  return found / (questions * 10)
}

interface Figures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
}

async function measure(ask: () => Promise<unknown>): Promise<Figures> {
  await Promise.all(Array.from({ length: clients }, ask))
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1_000
  const client = async () => {
    while (performance.now() < end) {
      const asked = performance.now()
      await ask()
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return {
    perSecond: times.length / ((performance.now() - began) / 1_000),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
  }
}

function say(what: string, { perSecond, p50Ms, p95Ms }: Figures, target: string) {
  console.log(`${what}: ${Math.round(perSecond).toLocaleString("en")} a second, ${clients} at once`)
  console.log(
    `  answered in ${p50Ms.toFixed(1)} ms (median), ${p95Ms.toFixed(1)} ms (p95); target ${target}`,
  )
}

await main()
