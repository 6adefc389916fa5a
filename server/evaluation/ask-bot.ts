import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage, MessageSource } from "#catalog/messages.ts"
import type { Database } from "#db/client.ts"
import type { Engine } from "#server/engine/engine.ts"
import type { InboundEvent, TurnResult } from "#server/engine/event.ts"
import { isAppError } from "#server/errors/app-error.ts"
import { answerLanguages, answerWords } from "#server/keywords/answer/words/words.ts"
import type { EvaluatedAnswer } from "./answer.ts"
import type { LeasedRun } from "./run-store.ts"

export interface BotParts {
  readonly db: Database
  readonly engine: Pick<Engine, "accept">
}

/** Units: ms. */
const turnMs = 120_000
/** What the answer step says where it gives no answer. */
const refusals = new Set(
  answerLanguages.flatMap((language) => {
    const { unknown, handedOver, refused } = answerWords(language)
    return [unknown, handedOver, refused]
  }),
)

/**
 * Puts a question to one version of the bot, in a conversation of its own that goes afterwards. Who asks again after
 * a crash gets what was answered the first time.
 */
export async function askBot(
  parts: BotParts,
  run: LeasedRun,
  position: number,
  { question }: EvaluationQuestion,
): Promise<EvaluatedAnswer> {
  const beganMs = performance.now()
  const source = `evaluation:${run.id}`
  const place = { orgId: run.orgId, botId: run.botId, source, waitMs: turnMs }
  const begun = await turn(parts, {
    ...place,
    ...{ key: String(position), conversationId: null, kind: "start" },
    ...(run.versionId !== null && { versionId: run.versionId }),
  })
  const { conversationId } = begun
  let said = begun
  for (const [at, text] of [...run.before, question].entries()) {
    const key = `${position}:${at}`
    said = await turn(parts, { ...place, key, conversationId, kind: "message", text })
  }
  const ms = Math.round(performance.now() - beganMs)
  const problem = await readFault(parts.db, run, conversationId)
  const cost = await readCost(parts.db, run, conversationId)
  const cited = await readCited(parts.db, run, conversationId, said.messages)
  const text = said.messages
    .map((message) => message.text)
    .join("\n")
    .trim()
  // Without a source and without a model nothing was known.
  const isEmpty = cited.length === 0 && cost.calls === 0
  const isRefused = said.messages.some((message) => refusals.has(message.text))
  const isDeclined = text === "" || (cited.length === 0 && (isRefused || isEmpty))
  await dropConversation(parts.db, run, conversationId)
  return { text, isDeclined, cited, ms, dollars: cost.micros / 1e6, problem }
}

/** A turn that takes too long. */
export class TurnTooSlow extends Error {
  override readonly name = "TurnTooSlow"
}

async function turn({ engine }: BotParts, event: InboundEvent): Promise<TurnResult> {
  const result = await engine.accept(event)
  if (result.status === "running") throw new TurnTooSlow()
  return result
}

/** A script that broke off has answered nothing, whatever it says then. */
async function readFault(db: Database, { orgId }: LeasedRun, conversationId: string) {
  const faults = await db.tenantQuery(
    [orgId],
    "select id from runs where org_id = $1 and conversation_id = $2 and fault is not null limit 1",
    [orgId, conversationId],
  )
  return faults.length > 0 ? "evaluation.faulted" : null
}

async function readCost(db: Database, { orgId }: LeasedRun, conversationId: string) {
  const [row] = await db.tenantQuery<{ calls: number; micros: number }>(
    [orgId],
    `select count(*)::int as calls, coalesce(sum(cost_micros), 0)::float8 as micros
     from model_usage where org_id = $1 and conversation_id = $2`,
    [orgId, conversationId],
  )
  return row ?? { calls: 0, micros: 0 }
}

/** The passages that the messages name, in the words in which they were found: the journal has them. */
async function readCited(
  db: Database,
  { orgId }: LeasedRun,
  conversationId: string,
  messages: readonly ChatMessage[],
): Promise<EvaluatedAnswer["cited"]> {
  const sources = messages.flatMap((message) => message.sources ?? [])
  if (sources.length === 0) return []
  const rows = await db.tenantQuery<{ result: unknown }>(
    [orgId],
    `select result from journal where org_id = $1 and conversation_id = $2 and kind = 'outside'
       and result::text like '%passages%'`,
    [orgId, conversationId],
  )
  const found = new Map([
    ...(await readChunks(db, orgId, sources)),
    ...rows.flatMap(({ result }) => readPassages(result)),
  ])
  const unique = [...new Map(sources.map((source) => [source.id, source])).values()]
  return unique.map(({ id, title, section, page }) => {
    const { title: whole = title, text = "" } = found.get(id) ?? {}
    return { title: whole, section: section ?? null, page: page ?? null, text }
  })
}

type FoundPassage = readonly [
  id: string,
  passage: { readonly title: string; readonly text: string },
]

/** An answer that was kept was not looked for: its passages as they are widened, about. */
async function readChunks(
  db: Database,
  orgId: OrgId,
  sources: readonly MessageSource[],
): Promise<FoundPassage[]> {
  const rows = await db.tenantQuery<{ id: string; title: string; text: string }>(
    [orgId],
    `select c.id, d.title, string_agg(n.text, ' ' order by n.position) as text from knowledge_chunks c
     join knowledge_documents d on d.org_id = c.org_id and d.id = c.document_id
     join knowledge_chunks n on n.org_id = c.org_id and n.document_id = c.document_id
       and n.section is not distinct from c.section and n.position between c.position - 2 and c.position + 3
     where c.org_id = $1 and c.id = any ($2::text[]) group by c.id, d.title`,
    [orgId, sources.map(({ id }) => id)],
  )
  return rows.map(({ id, title, text }) => [id, { title, text }])
}

/** What a step got is kept as text within text. */
function readPassages(kept: unknown): FoundPassage[] {
  let value: unknown = kept
  for (let depth = 0; depth < 4; depth++) {
    if (typeof value === "string") value = JSON.parse(value)
    else if (isRecord(value) && "ok" in value) value = value.ok
    else break
  }
  const passages = isRecord(value) && Array.isArray(value.passages) ? value.passages : []
  return passages
    .filter(isRecord)
    .map((passage) => [
      String(passage.id),
      { title: String(passage.title), text: String(passage.text) },
    ])
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A conversation nobody held is no conversation of the bot's. */
async function dropConversation(db: Database, { orgId }: LeasedRun, conversationId: string) {
  await db.tenantQuery([orgId], "delete from conversations where org_id = $1 and id = $2", [
    orgId,
    conversationId,
  ])
}

/** What a crash has left behind. */
export async function dropConversations(db: Database, { orgId, id, botId }: LeasedRun) {
  await db.tenantQuery(
    [orgId],
    "delete from conversations where org_id = $1 and bot_id = $2 and channel = $3",
    [orgId, botId, `evaluation:${id}`],
  )
}

/** The code of what went wrong with one question; null for an accident that ends the work. */
export function problemOf(error: unknown): string | null {
  if (error instanceof TurnTooSlow) return "evaluation.too_slow"
  if (!isAppError(error) || error.code === "server.stopping") return null
  return error.text.status >= 500 ? null : error.code
}
