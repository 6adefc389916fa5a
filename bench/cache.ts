/**
 * How many answers a second come from the cache, over the engine, on a real Postgres with fsync on?
 *
 *   npm run bench -- cache            SECONDS=8 CLIENTS=100 FEW=64 ANSWERS=2000 by default
 *
 * Exact: a message asks what was asked before in the same words; the turn goes through the answer step and is
 * committed with its message, its sources and its trace. Measured twice: with many conversations at once, where each
 * waits for the others, and with few. Near: each message asks in words that were never used, and
 * the nearest of the bot's answers is found by its vector, in the database. New: what is asked for has a number of its
 * own, so no answer to another question is given; it is looked for among them all, found in the knowledge, and kept.
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
import { createAnswerMemory } from "#server/infra/answers/memory.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import { languageOf } from "#server/keywords/answer/words/words.ts"
import { handlers } from "#server/keywords/index.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { openLog } from "#server/log.ts"

const seconds = Number(process.env.SECONDS ?? 8)
const clients = Number(process.env.CLIENTS ?? 100)
const fewClients = Number(process.env.FEW ?? 64)
const answerCount = Number(process.env.ANSWERS ?? 2_000)
const nearClients = 8
const dimensions = 512

const program = `
ask:
HEAR q
TALK ANSWER q
GOTO ask
`
const passage = {
  ...{ id: newId("chk"), documentId: newId("doc"), base: "docs", title: "Opening hours" },
  ...{ text: "We open at nine.", section: null, page: 2, url: null, score: 0.9 },
}

/** Numbers as letters: two questions with different numbers in them are never taken for one. */
const spell = (number: number) =>
  String(number).replace(/\d/g, (digit) => "abcdefghij"[+digit] ?? "")
const unspell = (letters = "a") =>
  Number(letters.replace(/./g, (letter) => String("abcdefghij".indexOf(letter))))

/** Questions about the same thing point the same way, others do not. */
function vectorOf(question: string): number[] {
  const topic = unspell(/topic([a-j]+)/.exec(question)?.[1])
  const wording = unspell(/wording([a-j]+)/.exec(question)?.[1])
  const vector = Array.from({ length: dimensions }, (_, n) => {
    const own = Math.sin((n + 1) * (topic + 1) * 12.9898) * 43758.5453
    const noise = Math.sin((n + 1) * (wording + 7) * 78.233) * 12543.123
    return own - Math.floor(own) - 0.5 + (noise - Math.floor(noise) - 0.5) * 0.1
  })
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

interface Figures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
}

async function main() {
  const server = process.env.TEST_DATABASE_URL ? null : await startPostgres({ isDurable: true })
  const backend = await openPostgres(server?.url ?? process.env.TEST_DATABASE_URL ?? "", 60_000)
  await migrate(backend)
  const db = createDatabase(backend, null)
  try {
    const orgId = await createTestOrg(db)
    const { botId } = await createTestBot(db, orgId, { bundle: compileProgram() })
    const pubsub = createMemoryPubSub()
    const fake = makeFakeParts()
    let searches = 0
    const search = async () => {
      searches++
      return { passages: [passage], isConfident: true }
    }
    const parts = {
      ...fake,
      knowledge: { search },
      answers: createAnswerMemory(pubsub, "bot-facts"),
      embedQuestion: async (question: string) => vectorOf(question),
    }
    const engine = createEngine({
      ...{ db, pubsub, clock: systemClock, log: openLog("error"), handlers, parts },
      send: async () => ({ status: 200, contentType: "text/plain", body: "" }),
    })
    const event = { orgId, botId, source: "bench" } as const
    const start = () => engine.accept({ ...event, key: null, conversationId: null, kind: "start" })
    const talk = (conversationId: string, text: string) =>
      engine.accept({ ...event, key: newId("evt"), conversationId, kind: "message", text })
    const started = await Promise.all(Array.from({ length: clients }, start))
    const ids = started.map(({ conversationId }) => conversationId)
    await fill(ids, talk)
    await db.asOwner((tx) => tx.rows("analyze"))
    const { exact, near, fresh } = makeQuestions()
    await measure(ids, talk, exact, 2)
    const exactFigures = await measure(ids, talk, exact, seconds)
    const fewFigures = await measure(ids.slice(0, fewClients), talk, exact, seconds)
    const before = searches
    const nearFigures = await measure(ids.slice(0, nearClients), talk, near, seconds)
    if (searches > before) throw new Error("An answer was found anew that should have been kept.")
    const newFigures = await measure(ids.slice(0, nearClients), talk, fresh, seconds)
    await engine.stop()
    await report(db, orgId, { exact: exactFigures, few: fewFigures }, nearFigures, newFigures)
  } finally {
    await db.close()
    await server?.stop()
  }
}

/** Asks for an answer that is kept, in its own words, in others, and for one that is not. */
function makeQuestions() {
  let wording = 10
  /** A made-up word may look like another language, which wants an answer of its own: such a question is left out. */
  const near = (): string => {
    const question = `How is it with topic${spell(wording % answerCount)} in wording${spell(wording++)} then?`
    return languageOf(question, null) === "en" ? question : near()
  }
  return {
    exact: () => `How is it with topic${spell(1)} in wording${spell(1)} please?`,
    near,
    fresh: () => `${near()} And number ${wording}?`,
  }
}

/** Asks about every topic once, so that there is an answer to each. */
async function fill(ids: readonly string[], talk: Talk) {
  let topic = 0
  const client = async (id: string) => {
    while (topic < answerCount)
      await talk(id, `How is it with topic${spell(topic++)} in wording${spell(1)} please?`)
  }
  await Promise.all(ids.slice(0, 20).map(client))
}

function compileProgram() {
  const { program: parsed, diagnostics } = parse(program)
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))
  return compile(parsed)
}

type Talk = (conversationId: string, text: string) => ReturnType<Engine["accept"]>

/** Every client sends its next message when the answer to the last is there. */
async function measure(
  ids: readonly string[],
  talk: Talk,
  next: () => string,
  forSeconds: number,
): Promise<Figures> {
  const times: number[] = []
  const begin = performance.now()
  const end = begin + forSeconds * 1_000
  const client = async (id: string) => {
    while (performance.now() < end) {
      const sent = performance.now()
      const { messages } = await talk(id, next())
      if (!messages[0]?.sources?.length) throw new Error("A turn gave no answer with its source.")
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(ids.map(client))
  const took = (performance.now() - begin) / 1_000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return { perSecond: times.length / took, p50Ms: at(0.5), p95Ms: at(0.95) }
}

async function report(
  db: Database,
  orgId: Awaited<ReturnType<typeof createTestOrg>>,
  { exact, few }: Readonly<Record<"exact" | "few", Figures>>,
  near: Figures,
  fresh: Figures,
) {
  const [row] = await db.tenantQuery<{ answers: number; fsync: string; version: string }>(
    [orgId],
    `select count(*)::int as answers, current_setting('fsync') as fsync,
       current_setting('server_version') as version from answer_cache`,
  )
  const show = ({ perSecond, p50Ms, p95Ms }: Figures) =>
    `${Math.round(perSecond).toLocaleString("en")} a second, ${p50Ms.toFixed(1)} ms (median), ${p95Ms.toFixed(1)} ms (p95)`
  const model = cpus()[0]?.model.trim() ?? "unknown"
  console.log(`cached answers, same words: ${show(exact)}, ${clients} conversations at once`)
  console.log(`cached answers, same words: ${show(few)}, ${fewClients} conversations at once`)
  console.log("  target: 5,000 a second, p95 under 20 ms")
  console.log(`cached answers, other words: ${show(near)}, ${nearClients} conversations at once`)
  console.log(`  target: p95 under 60 ms; ${row?.answers} answers of ${dimensions} dimensions kept`)
  console.log(
    `new answers, looked for and kept: ${show(fresh)}, ${nearClients} conversations at once`,
  )
  console.log(`  one process; Postgres ${row?.version}, fsync ${row?.fsync}`)
  console.log(`  machine: ${availableParallelism()} x ${model}, Node ${process.version}`)
}

await main()
