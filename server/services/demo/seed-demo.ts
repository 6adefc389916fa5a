import { type BotId, newId, type UserId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { announceClosed } from "../accounts/close-login-session.ts"
import { hashPassword } from "../accounts/hash-password.ts"
import { insertBot } from "../bots/create.ts"
import { loadTemplate } from "../bots/load-template.ts"
import { findPublicBot } from "../bots/prove-public.ts"
import { publishBot } from "../bots/publish.ts"
import type { AnyoneContext, ServiceContext } from "../context.ts"
import { insertOrg } from "../orgs/create.ts"
import { listMemberships } from "../orgs/list.ts"
import { proveOrg } from "../proven-org.ts"
import { seedGuides } from "./seed-guides.ts"

export const demoEmail = "demo@botwright.local"
/** The demo bot's public name. */
const demoSlug = "demo"

interface DemoUser {
  readonly id: UserId
  /** Without a password the seeding was not finished, or the account is turned off. */
  readonly hasPassword: boolean
}

/**
 * Makes the demo account with its published bot on the first run; later it leaves both alone.
 *
 * The account's password is stored last, so a start that was cut short is finished by the next one.
 */
export async function seedDemo(container: Container): Promise<void> {
  const user = (await findDemoUser(container)) ?? (await insertDemoUser(container))
  if (user.hasPassword) return
  const owner = await ensureOrg(container, user.id)
  await ensureBot(owner)
  const passwordHash = await hashPassword(container.secrets.demoPassword)
  await container.db.accountsQuery("update users set password_hash = $2 where id = $1", [
    user.id,
    passwordHash,
  ])
}

/** Turns the demo account off where strangers can reach the server: no password fits, and its sessions end. */
export async function turnOffDemo(container: Container): Promise<void> {
  const user = await findDemoUser(container)
  if (user === null) return
  await container.db.accountsQuery("update users set password_hash = null where id = $1", [user.id])
  const closed = await container.db.accountsQuery<{ id: string }>(
    "delete from login_sessions where user_id = $1 returning id",
    [user.id],
  )
  await announceClosed(
    container,
    closed.map(({ id }) => id),
  )
}

async function findDemoUser({ db }: Container): Promise<DemoUser | null> {
  const [user] = await db.accountsQuery<DemoUser>(
    `select id, password_hash is not null as "hasPassword" from users where email = $1`,
    [demoEmail],
  )
  return user ?? null
}

async function insertDemoUser({ db, clock }: Container): Promise<DemoUser> {
  const now = clock.now()
  const id = newId("usr", now.getTime())
  await db.accountsQuery(
    "insert into users (id, email, name, created_at) values ($1, $2, $3, $4)",
    [id, demoEmail, "Demo", now],
  )
  return { id, hasPassword: false }
}

async function ensureOrg(container: Container, userId: UserId): Promise<ServiceContext> {
  const context: AnyoneContext = {
    container,
    requestId: "req_seed",
    ip: "127.0.0.1",
    userAgent: "",
  }
  const [known] = await listMemberships(container, userId)
  if (known === undefined) return insertOrg(context, userId, "Demo")
  return { ...context, orgId: proveOrg(known.id), userId, role: known.role }
}

async function ensureBot(owner: ServiceContext): Promise<void> {
  const before = await findPublicBot(owner.container, demoSlug)
  const botId: BotId = before?.id ?? (await insertDemoBot(owner))
  if (before?.isPublished) return
  const published = await publishBot(owner, { botId, baseRevision: 1 })
  if (!published.ok)
    throw new Error(`The demo bot has errors: ${published.diagnostics[0]?.message}`)
}

async function insertDemoBot(owner: ServiceContext): Promise<BotId> {
  const { scripts, languages } = await loadTemplate("demo")
  const bot = await insertBot(owner, {
    ...{ name: "Demo", slug: demoSlug, scripts, languages },
    origin: { template: "demo" },
  })
  await seedGuides(owner, bot.id)
  return bot.id
}
