import { createLineMap, emptyLayout, openDocument } from "#basic"
import type { BotId, ScriptId } from "#catalog/ids.ts"
import { flowTopic } from "#catalog/shared-flow/frames.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { insertScript } from "./insert.ts"
import { checkSize, countChange, lockBot, readScripts, type Script } from "./load.ts"
import { WriteSourceInput } from "./schema.ts"
import { recordSaving, writeScript } from "./write.ts"

/** What is noticed about a source text. Lines and columns count from 1. */
export interface SourceFinding {
  readonly severity: "error" | "warning"
  readonly code: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface WrittenSource {
  readonly name: string
  /** Of the flow: a later write may name it, to be refused where somebody else wrote in between. */
  readonly revision: number
  /** Of the bot: a publication names it. */
  readonly draftRevision: number
  readonly isNew: boolean
  /** Errors are kept in the draft as they are; they only keep it from being published. */
  readonly findings: readonly SourceFinding[]
}

/**
 * Writes the text of a flow, as a program has it that knows nothing of a canvas: places and texts in other languages
 * stay with the steps that are still there. A flow that is not there yet is added.
 *
 * Throws: AppError "bot.not_found", "bot.draft_changed", "script.limit".
 */
export const writeSource = defineVerb({
  name: "scripts.write",
  permission: "bots.update",
  input: WriteSourceInput,
  audit: "draft.saved",
  run: async (
    context: ServiceContext,
    { botId, name, source, baseRevision },
  ): Promise<WrittenSource> => {
    const { orgId, container } = context
    const written = await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      const flow = (await readScripts(tx, orgId, botId)).find(isCalled(name))
      const revision = flow?.revision ?? 0
      if (baseRevision !== undefined && baseRevision !== revision)
        throw new AppError("bot.draft_changed", { revision, baseRevision })
      const id = await store(tx, context, { botId, name, source, flow })
      await checkSize(tx, orgId, botId)
      const draftRevision = await countChange(tx, orgId, botId)
      return {
        id,
        isNew: flow === undefined,
        name: flow?.name ?? name,
        draftRevision,
        revision: revision + 1,
      }
    })
    const { id, ...told } = written
    // Whoever has the flow open takes it in at once.
    await container.pubsub.publish(flowTopic(id), { t: "draft" })
    return { ...told, findings: listFindings(source) }
  },
})

const isCalled =
  (name: string) =>
  (script: Script): boolean =>
    script.name.toLowerCase() === name.toLowerCase()

interface Writing {
  readonly botId: BotId
  readonly name: string
  readonly source: string
  /** As it is now; undefined for a flow that is added. */
  readonly flow: Script | undefined
}

async function store(
  tx: OrgTx,
  context: ServiceContext,
  { botId, name, source, flow }: Writing,
): Promise<ScriptId> {
  if (flow === undefined) {
    const { layout } = openDocument(source, emptyLayout)
    const id = await insertScript(tx, context, botId, { name, source, layout })
    await recordAudit(tx, context, "script.created", { kind: "bot", id: botId }, { name })
    return id
  }
  const { layout } = openDocument(source, flow.layout, openDocument(flow.source, flow.layout))
  const revision = flow.revision + 1
  await writeScript(tx, context, { botId, scriptId: flow.id, source, layout, revision })
  await recordSaving(tx, context, botId)
  return flow.id
}

function listFindings(source: string): SourceFinding[] {
  const lines = createLineMap(source)
  return openDocument(source, emptyLayout).diagnostics.flatMap((found) => {
    const { severity, code, span, message, hint } = found
    if (severity !== "error" && severity !== "warning") return []
    const { line, column } = lines.positionAt(span.start)
    const sentence = hint === undefined ? message : `${message} ${hint}`
    return [{ severity, code, line, column, message: sentence }]
  })
}
