import type { Diagnostic } from "#basic/diagnostics/diagnostic.ts"
import { type BotId, newId, type ProvenOrgId, type VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type CompiledDraft, compileDraft, programOf } from "./compile-draft.ts"
import { type Draft, readDraft } from "./load-draft.ts"
import { forgetPublicBots } from "./prove-public.ts"
import { publicationSteps } from "./publication-steps.ts"
import { PublishBotInput } from "./schema.ts"

/** `ok: false` when the program has errors: nothing was published. */
export type PublishedBot =
  | { readonly ok: true; readonly version: PublishedVersion }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

export interface PublishedVersion {
  readonly id: VersionId
  /** From 1, per bot. */
  readonly number: number
  readonly publishedAt: string
  readonly slug: string
}

/**
 * Publishes the draft: new conversations begin with it, running ones finish on the version they began with.
 *
 * Throws: AppError "bot.not_found", "bot.draft_changed".
 */
export const publishBot = defineVerb({
  name: "bots.publish",
  permission: "bots.publish",
  input: PublishBotInput,
  audit: "bot.published",
  run: async (context: ServiceContext, { botId, baseRevision }): Promise<PublishedBot> => {
    const { orgId, container } = context
    const draft = await container.db.withOrg(orgId, (tx) => readDraft(tx, orgId, botId))
    checkRevision(draft.revision, baseRevision)
    // Compiling takes its time, so it happens between the transactions.
    const compiled = compileDraft(draft.source, draft.layout)
    if (!compiled.ok) return compiled
    const version = await container.db.withOrg(orgId, async (tx) => {
      checkRevision((await readDraft(tx, orgId, botId)).revision, baseRevision)
      return storeVersion(tx, context, botId, draft, compiled)
    })
    await forgetPublicBots(container, [version.slug])
    return { ok: true, version }
  },
})

function checkRevision(revision: number, baseRevision: number): void {
  if (revision !== baseRevision) throw new AppError("bot.draft_changed", { revision, baseRevision })
}

async function storeVersion(
  tx: OrgTx,
  context: ServiceContext,
  botId: BotId,
  draft: Draft,
  { bundle, hash, layout, declarations }: Extract<CompiledDraft, { ok: true }>,
): Promise<PublishedVersion> {
  const { orgId, userId, container } = context
  const now = container.clock.now()
  const id = newId("ver", now.getTime())
  await tx.rows(
    `insert into bundles (org_id, hash, program) values ($1, $2, $3::text::json) on conflict do nothing`,
    [orgId, hash, JSON.stringify(programOf(bundle))],
  )
  const { number, slug } = await nextNumber(tx, orgId, botId)
  await tx.rows(
    `insert into versions (org_id, id, bot_id, number, bundle_hash, debug, source, layout, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6::text::json, $7, $8::text::json, $9, $10)`,
    [
      orgId,
      id,
      botId,
      number,
      hash,
      JSON.stringify(bundle.debug),
      draft.source,
      JSON.stringify(layout),
      userId,
      now,
    ],
  )
  await tx.rows(
    "update bots set published_version_id = $3, updated_at = $4 where org_id = $1 and id = $2",
    [orgId, botId, id, now],
  )
  for (const apply of publicationSteps)
    await apply(tx, { orgId, botId, versionId: id, declarations, at: now })
  await recordAudit(tx, context, "bot.published", { kind: "bot", id: botId }, { number, hash })
  return { id, number, publishedAt: now.toISOString(), slug }
}

/** Locks the bot, so that two publications at once get two numbers. */
async function nextNumber(
  tx: OrgTx,
  orgId: ProvenOrgId,
  botId: BotId,
): Promise<{ number: number; slug: string }> {
  const [bot] = await tx.rows<{ slug: string }>(
    "select slug from bots where org_id = $1 and id = $2 for update",
    [orgId, botId],
  )
  if (bot === undefined) throw new AppError("bot.not_found", { bot: botId })
  const [last] = await tx.rows<{ number: number }>(
    "select coalesce(max(number), 0) + 1 as number from versions where org_id = $1 and bot_id = $2",
    [orgId, botId],
  )
  return { number: last?.number ?? 1, slug: bot.slug }
}
