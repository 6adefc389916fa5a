import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import type { BotId, Id, VersionId } from "#catalog/ids.ts"
import { insertBot } from "../bots/create.ts"
import { publishBot } from "../bots/publish.ts"
import type { ServiceContext } from "../context.ts"
import { addDocument } from "../knowledge/add-document.ts"
import { createBase } from "../knowledge/create-base.ts"
import { listDocuments } from "../knowledge/list-documents.ts"
import { createPrompt } from "../prompts/create.ts"
import { createEvaluationSet } from "./create-set.ts"
import { saveEvaluationSet } from "./save-set.ts"
import { startEvaluationRun } from "./start-run.ts"

/** What is asked, of what. */
export interface FilesToEvaluate {
  readonly questions: readonly EvaluationQuestion[]
  readonly before: readonly string[]
  readonly prompts: Readonly<Record<string, string>>
  readonly script: string | null
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export type StartedOnFiles =
  | { readonly ok: true; readonly run: { readonly botId: BotId; readonly runId: Id<"evr"> } }
  /** One sentence: what of the files cannot be used. */
  | { readonly ok: false; readonly problem: string }

const layout = { version: 1, stepIds: [], groups: {}, titles: {} } as const
const name = "evaluation"

/** Makes a bot of files, has it read its documents, and starts asking it. */
export async function startEvaluation(
  owner: ServiceContext,
  files: FilesToEvaluate,
): Promise<StartedOnFiles> {
  const scripts = [{ name: "start", source: files.script ?? "", layout }]
  const made = { name, slug: name, scripts, languages: [], origin: {} }
  const { id: botId, draftRevision } = await insertBot(owner, made)
  for (const [prompt, text] of Object.entries(files.prompts))
    await createPrompt(owner, { name: prompt, text })
  const problem = await readDocuments(owner, botId, files.documents)
  if (problem !== null) return { ok: false, problem }
  let versionId: VersionId | undefined
  if (files.script !== null) {
    const published = await publishBot(owner, { botId, baseRevision: draftRevision })
    if (!published.ok)
      return { ok: false, problem: `The script has errors: ${published.diagnostics[0]?.message}` }
    versionId = published.version.id
  }
  const set = await createEvaluationSet(owner, { botId, name })
  const setId = set.id as Id<"evs">
  await saveEvaluationSet(owner, {
    ...{ botId, setId, name, bases: [], before: [...files.before], baseRevision: 1 },
    questions: files.questions.map((question) => ({
      ...question,
      passage: question.passage && { ...question.passage, others: [...question.passage.others] },
    })),
  })
  const run = await startEvaluationRun(owner, { botId, setId, ...(versionId && { versionId }) })
  return { ok: true, run: { botId, runId: run.id as Id<"evr"> } }
}

/** Reads every document to the end; a sentence when one cannot be read. */
async function readDocuments(
  owner: ServiceContext,
  botId: BotId,
  documents: FilesToEvaluate["documents"],
): Promise<string | null> {
  if (documents.length === 0) return null
  const base = await createBase(owner, { botId, name })
  const baseId = base.id as Id<"kbs">
  for (const document of documents) await addDocument(owner, { botId, baseId, ...document })
  while (true) {
    await owner.container.engine.sweep()
    const { documents: read } = await listDocuments(owner, { botId, baseId })
    const failed = read.find(({ state }) => state === "failed")
    if (failed !== undefined) return `${failed.title}: The document cannot be read.`
    if (read.every(({ state }) => state === "ready")) return null
  }
}
