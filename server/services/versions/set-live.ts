import type { BotId, VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { BotDeclarations } from "#server/records/publication.ts"
import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import { applyTables } from "#server/records/tables/apply-declarations.ts"
import { compileDraft, type PublishedScript } from "../bots/compile-draft.ts"
import { forgetPublicBots } from "../bots/prove-public.ts"
import { publicationSteps } from "../bots/publication-steps.ts"
import type { ServiceContext } from "../context.ts"

/** A version with what has to be made real when it goes live. */
export interface ReadyVersion {
  readonly botId: BotId
  readonly versionId: VersionId
  readonly number: number
  readonly declarations: BotDeclarations
}

/** Reads a version of a bot. Throws: AppError "version.not_found". */
export async function readReady(
  tx: OrgTx,
  { orgId }: ServiceContext,
  botId: BotId,
  versionId: string,
): Promise<ReadyVersion> {
  const [row] = await tx.rows<{
    id: VersionId
    number: number
    declarations: BotDeclarations | null
    scripts: readonly PublishedScript[]
  }>(
    "select id, number, declarations, scripts from versions where org_id = $1 and bot_id = $2 and id = $3",
    [orgId, botId, versionId],
  )
  if (row === undefined) throw new AppError("version.not_found", { version: versionId })
  const { id, number, scripts } = row
  const declarations = row.declarations ?? declarationsOf(scripts, versionId)
  return { botId, versionId: id, number, declarations }
}

/** Versions from before declarations were kept say them in their texts. */
function declarationsOf(scripts: readonly PublishedScript[], version: string): BotDeclarations {
  const compiled = compileDraft(scripts)
  if (!compiled.ok) throw new AppError("version.not_found", { version })
  return compiled.declarations
}

/**
 * Makes a version the one new conversations begin with, in a transaction that has locked the bot. Going back
 * ends what later publications said of running conversations: those finish where they are.
 */
export async function setLive(
  tx: OrgTx,
  { orgId, container }: ServiceContext,
  { botId, versionId, number, declarations }: ReadyVersion,
): Promise<void> {
  const at = container.clock.now()
  await tx.rows(
    "update bots set published_version_id = $3, updated_at = $4 where org_id = $1 and id = $2",
    [orgId, botId, versionId, at],
  )
  await tx.rows(
    `delete from version_moves m using versions v
     where m.org_id = $1 and m.bot_id = $2 and v.org_id = m.org_id and v.id = m.version_id and v.number > $3::int`,
    [orgId, botId, number],
  )
  for (const apply of publicationSteps)
    await apply(tx, { orgId, botId, versionId, declarations, at })
}

/** Makes a version the one staging runs. Its tables are there for it; schedules and events stay with the live one. */
export async function setStaging(
  tx: OrgTx,
  { orgId, container }: ServiceContext,
  { botId, versionId, declarations }: ReadyVersion,
  slug: string,
): Promise<void> {
  const at = container.clock.now()
  await tx.rows(
    `update bots set staging_version_id = $3, staging_slug = coalesce(staging_slug, $4), updated_at = $5
     where org_id = $1 and id = $2`,
    [orgId, botId, versionId, slug, at],
  )
  await applyTables(tx, { orgId, botId, versionId, declarations, at })
}

/** Tells every process that a bot stands elsewhere by now. */
export async function announceBot(
  container: Container,
  botId: BotId,
  slugs: readonly (string | null)[],
): Promise<void> {
  await forgetPublicBots(
    container,
    slugs.filter((slug) => slug !== null),
  )
  await container.pubsub.publish(botFactsTopic, { botId })
}
