import type { z } from "zod"
import { type BotId, newId, type ProvenOrgId, type VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { pinUnderstanding } from "#server/records/understanding/pin-understanding.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot, readScripts } from "../scripts/load.ts"
import { announceBot, setLive, setStaging } from "../versions/set-live.ts"
import {
  type CompiledDraft,
  compileDraft,
  programOf,
  type ScriptDiagnostic,
} from "./compile-draft.ts"
import { draftFacts } from "./load.ts"
import { PublishBotInput } from "./schema.ts"
import { newStagingSlug } from "./slug.ts"

/** `ok: false` when the program has errors: nothing was published. */
export type PublishedBot =
  | {
      readonly ok: true
      readonly version: PublishedVersion
      readonly warnings: readonly ScriptDiagnostic[]
    }
  | { readonly ok: false; readonly diagnostics: readonly ScriptDiagnostic[] }

export interface PublishedVersion {
  readonly id: VersionId
  /** From 1, per bot. */
  readonly number: number
  readonly publishedAt: string
  readonly slug: string
  /** The public name of its staging; null when it has none. */
  readonly stagingSlug: string | null
  readonly to: "live" | "staging"
}

/**
 * Publishes the draft. Live, new conversations begin with it, and running ones finish on the version they
 * began with unless `running` says that they follow; in staging only who has its link meets it.
 *
 * Throws: AppError "bot.not_found", "bot.draft_changed".
 */
export const publishBot = defineVerb({
  name: "bots.publish",
  permission: "bots.publish",
  input: PublishBotInput,
  audit: "bot.published",
  run: async (context: ServiceContext, input): Promise<PublishedBot> => {
    const { botId, baseRevision } = input
    const { orgId, container } = context
    const scripts = await container.db.withOrg(orgId, async (tx) => {
      checkRevision((await lockBot(tx, orgId, botId)).draftRevision, baseRevision)
      return readScripts(tx, orgId, botId)
    })
    // Compiling takes its time, so it happens between the transactions.
    const compiled = compileDraft(scripts)
    if (!compiled.ok) return compiled
    const version = await container.db.withOrg(orgId, async (tx) => {
      checkRevision((await lockBot(tx, orgId, botId)).draftRevision, baseRevision)
      return storeVersion(tx, context, input, compiled)
    })
    await announceBot(container, botId, [version.slug, version.stagingSlug])
    return { ok: true, version, warnings: compiled.warnings }
  },
})

function checkRevision(revision: number, baseRevision: number): void {
  if (revision !== baseRevision) throw new AppError("bot.draft_changed", { revision, baseRevision })
}

async function storeVersion(
  tx: OrgTx,
  context: ServiceContext,
  { botId, to, name, note, running }: z.output<typeof PublishBotInput>,
  compiled: Extract<CompiledDraft, { ok: true }>,
): Promise<PublishedVersion> {
  const { orgId, userId, container } = context
  const { hash, declarations } = compiled
  const now = container.clock.now()
  const { number, slug } = await nextNumber(tx, orgId, botId)
  const id = await insertVersion(tx, context, botId, number, compiled)
  const version = { botId, versionId: id, number, declarations }
  if (to === "live") await setLive(tx, context, version)
  else await setStaging(tx, context, version, newStagingSlug())
  if (name !== "" || note !== "")
    await tx.rows(
      `insert into snapshots (org_id, id, bot_id, version_id, name, note, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [orgId, newId("snp", now.getTime()), botId, id, name, note, userId, now],
    )
  if (to === "live" && running.kind !== "finish")
    await tx.rows(
      `insert into version_moves (org_id, version_id, bot_id, mode, steps, variables, created_at)
       values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb, $7)`,
      [
        ...[orgId, id, botId, running.kind],
        ...[JSON.stringify(running.table.steps), JSON.stringify(running.table.variables), now],
      ],
    )
  await recordAudit(tx, context, "bot.published", { kind: "bot", id: botId }, { number, hash, to })
  const [place] = await tx.rows<{ stagingSlug: string | null }>(
    `select staging_slug as "stagingSlug" from bots where org_id = $1 and id = $2`,
    [orgId, botId],
  )
  const stagingSlug = place?.stagingSlug ?? null
  return { id, number, publishedAt: now.toISOString(), slug, stagingSlug, to }
}

/** Keeps a compiled draft as a version; nobody meets it yet. */
export async function insertVersion(
  tx: OrgTx,
  { orgId, userId, container }: ServiceContext,
  botId: BotId,
  number: number,
  { bundle, hash, scripts, declarations }: Extract<CompiledDraft, { ok: true }>,
): Promise<VersionId> {
  const now = container.clock.now()
  const id = newId("ver", now.getTime())
  await tx.rows(
    `insert into bundles (org_id, hash, program) values ($1, $2, $3::text::json) on conflict do nothing`,
    [orgId, hash, JSON.stringify(programOf(bundle))],
  )
  await tx.rows(
    `insert into versions (org_id, id, bot_id, number, bundle_hash, debug, scripts, declarations,
       sources_hash, published_by, published_at)
     select $1, $2, $3, $4, $5, $6::text::json, $7::text::json, $8::text::jsonb, d.hash, $9, $10
     from (${draftFacts("$1", "$3")}) d`,
    [
      orgId,
      id,
      botId,
      number,
      hash,
      JSON.stringify(bundle.debug),
      JSON.stringify(scripts),
      JSON.stringify(declarations),
      userId,
      now,
    ],
  )
  await pinUnderstanding(tx, orgId, botId, id)
  return id
}

/** The bot is locked, so that two publications at once get two numbers. */
export async function nextNumber(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
): Promise<{ number: number; slug: string }> {
  const [next] = await tx.rows<{ number: number; slug: string }>(
    `select slug, (select coalesce(max(number), 0) + 1 from versions where org_id = $1 and bot_id = $2) as number
     from bots where org_id = $1 and id = $2`,
    [orgId, botId],
  )
  if (next === undefined) throw new AppError("bot.not_found", { bot: botId })
  return next
}
