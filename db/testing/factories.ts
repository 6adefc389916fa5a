import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import {
  type BotId,
  type ConversationId,
  newId,
  type OrgId,
  type UserId,
  type VersionId,
} from "#catalog/ids.ts"
import type { Database } from "../client.ts"
import { bots, bundles, scripts, versions } from "../schema/bots.ts"
import { conversations } from "../schema/conversations.ts"
import { type MemberRole, members, organizations } from "../schema/organizations.ts"
import { users } from "../schema/users.ts"

/** Rows for tests. Each suite makes an organization of its own, so suites never meet. */

export async function createTestOrg(db: Database, name = "Test organization"): Promise<OrgId> {
  const id = newId("org")
  await db.withOrg(id, (tx) => tx.insert(organizations).values({ id, name }))
  return id
}

export async function createTestUser(
  db: Database,
  { orgId, role = "owner" }: { orgId?: OrgId; role?: MemberRole } = {},
): Promise<UserId> {
  const id = newId("usr")
  await db.asAccounts((tx) =>
    tx.insert(users).values({ id, email: `${id}@example.test`, name: "Test person" }),
  )
  if (orgId !== undefined)
    await db.withOrg(orgId, (tx) => tx.insert(members).values({ orgId, userId: id, role }))
  return id
}

export interface TestBot {
  readonly botId: BotId
  readonly slug: string
  readonly versionId: VersionId
}

/** A published bot. Without a bundle its program is empty: enough for rows that only refer to it. */
export async function createTestBot(
  db: Database,
  orgId: OrgId,
  { bundle = emptyBundle, source = "", slug = uniqueSlug() }: TestBotOptions = {},
): Promise<TestBot> {
  const botId = newId("bot")
  const versionId = newId("ver")
  const { debug, ...program } = bundle
  const hash = createHash("sha256").update(JSON.stringify(program)).digest("hex")
  await db.withOrg(orgId, async (tx) => {
    await tx.insert(bots).values({ orgId, id: botId, slug, name: "Test bot" })
    const script = { name: "start", source, layout: {} }
    const place = { orgId, botId, id: newId("scr"), position: 0, sourceHash: "none" }
    await tx.insert(scripts).values({ ...place, ...script })
    await tx.insert(bundles).values({ orgId, hash, program }).onConflictDoNothing()
    const version = { orgId, id: versionId, botId, number: 1, bundleHash: hash }
    await tx.insert(versions).values({ ...version, debug, scripts: [script], sourcesHash: "none" })
    await tx.update(bots).set({ publishedVersionId: versionId }).where(eq(bots.id, botId))
  })
  return { botId, slug, versionId }
}

export interface TestBotOptions {
  /** A `Bundle`; its debug tables are kept apart from what is hashed. */
  readonly bundle?: { readonly debug: unknown }
  readonly source?: string
  readonly slug?: string
}

export async function createTestConversation(
  db: Database,
  orgId: OrgId,
  { botId, versionId }: TestBot,
): Promise<ConversationId> {
  const id = newId("cnv")
  await db.withOrg(orgId, (tx) =>
    tx.insert(conversations).values({ orgId, id, botId, botVersionId: versionId, channel: "web" }),
  )
  return id
}

function uniqueSlug(): string {
  return newId("bot").replace("_", "-")
}

const emptyBundle = { format: 1, code: [], constants: [], functions: [], debug: {} }
