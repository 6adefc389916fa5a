import { hash } from "node:crypto"
import type { Bundle } from "#basic/ir/bundle.ts"
import { type BotId, newId, type OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import { createTestOrg } from "#db/testing/factories.ts"

/** An organization with a bot, as a suite owns one: nothing in it is shared with other suites. */
export interface World {
  readonly db: Database
  readonly orgId: OrgId
  readonly botId: BotId
}

/** Makes an organization and a bot in it, without a published version. */
export async function createWorld(db: Database): Promise<World> {
  return await addBot({ db, orgId: await createTestOrg(db) })
}

/** Another bot in the organization. */
export async function addBot({ db, orgId }: Omit<World, "botId">): Promise<World> {
  const botId = newId("bot")
  await db.tenantQuery(
    [orgId],
    "insert into bots (org_id, id, slug, name) values ($1, $2, $3, 'Bot')",
    [orgId, botId, botId.replace("_", "-")],
  )
  return { db, orgId, botId }
}

/** Publishes a compiled program as the bot's newest version; gives the version's id. */
export async function publishBundle({ db, orgId, botId }: World, bundle: Bundle): Promise<string> {
  const { debug, ...program } = bundle
  const bundleHash = hash("sha256", JSON.stringify(program), "hex")
  const versionId = newId("ver")
  await db.withOrg(orgId, async (tx) => {
    await tx.rows(
      "insert into bundles (org_id, hash, program) values ($1, $2, $3::text::json) on conflict do nothing",
      [orgId, bundleHash, JSON.stringify(program)],
    )
    await tx.rows(
      `insert into versions (org_id, id, bot_id, number, bundle_hash, debug, scripts, sources_hash)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5::text::json, '[]', ''
       from versions where bot_id = $3`,
      [orgId, versionId, botId, bundleHash, JSON.stringify(debug)],
    )
    await tx.rows("update bots set published_version_id = $3 where org_id = $1 and id = $2", [
      orgId,
      botId,
      versionId,
    ])
  })
  return versionId
}

export async function addContact({ db, orgId }: World): Promise<string> {
  const contactId = newId("con")
  await db.tenantQuery(
    [orgId],
    "insert into contacts (org_id, id, channel) values ($1, $2, 'test')",
    [orgId, contactId],
  )
  return contactId
}
