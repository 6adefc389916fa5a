import { hash } from "node:crypto"
import { type BotId, newId, type VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { readDefinition } from "#server/records/understanding/read-definition.ts"
import type { ServiceContext } from "../context.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot, readScripts } from "../scripts/load.ts"
import { compileDraft, type ScriptDiagnostic } from "./compile-draft.ts"
import { draftFacts } from "./load.ts"
import { insertVersion, nextNumber } from "./publish.ts"

export type FrozenDraft =
  | { readonly ok: true; readonly versionId: VersionId; readonly number: number }
  | { readonly ok: false; readonly diagnostics: readonly ScriptDiagnostic[] }

/**
 * Keeps the draft as a version that nobody meets, to be asked as it is before it is published. A draft that is the
 * latest version already is that version. `name`: what the history calls it.
 *
 * Writes: versions, bundles, snapshots. Throws: AppError "bot.not_found".
 */
export async function freezeDraft(
  context: ServiceContext,
  botId: BotId,
  name: string,
): Promise<FrozenDraft> {
  const { orgId, userId, container } = context
  const { db, clock } = container
  const scripts = await db.withOrg(orgId, (tx) => readScripts(tx, orgId, botId))
  const compiled = compileDraft(scripts)
  if (!compiled.ok) return compiled
  return await db.withOrg(orgId, async (tx): Promise<FrozenDraft> => {
    await lockBot(tx, orgId, botId)
    const latest = await findLatest(tx, context, botId, compiled.hash)
    if (latest !== null) return { ok: true, ...latest }
    const { number } = await nextNumber(tx, orgId, botId)
    const versionId = await insertVersion(tx, context, botId, number, compiled)
    const now = clock.now()
    await tx.rows(
      `insert into snapshots (org_id, id, bot_id, version_id, name, note, created_by, created_at)
       values ($1, $2, $3, $4, $5, '', $6, $7)`,
      [orgId, newId("snp", now.getTime()), botId, versionId, name, userId, now],
    )
    await recordAudit(tx, context, "version.saved", { kind: "bot", id: botId }, { name, number })
    return { ok: true, versionId, number }
  })
}

/** The latest version, when the draft says and understands what it does. */
async function findLatest(
  tx: OrgTx,
  { orgId }: ServiceContext,
  botId: BotId,
  bundleHash: string,
): Promise<{ versionId: VersionId; number: number } | null> {
  const [row] = await tx.rows<{ versionId: VersionId; number: number; pinned: unknown }>(
    `select v.id as "versionId", v.number, u.definition as pinned
     from versions v left join version_understanding u on u.org_id = v.org_id and u.version_id = v.id
     where v.org_id = $1 and v.bot_id = $2 and v.bundle_hash = $3
       and v.number = (select max(number) from versions where org_id = $1 and bot_id = $2)
       and v.sources_hash = (select d.hash from (${draftFacts("$1", "$2")}) d)`,
    [orgId, botId, bundleHash],
  )
  if (row === undefined) return null
  const { intents, entities } = await readDefinition(tx, orgId, botId)
  const active = intents.filter(({ isActive }) => isActive)
  const isSame =
    marked(row.pinned ?? { intents: [], entities: [] }) === marked({ intents: active, entities })
  return isSame ? { versionId: row.versionId, number: row.number } : null
}

const marked = (definition: unknown): string => hash("sha256", JSON.stringify(definition))
