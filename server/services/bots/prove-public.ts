import { LRUCache } from "lru-cache"
import type { BotId, OrgId, ProvenOrgId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { AnyoneContext, ServiceContext } from "../context.ts"
import { proveOrg } from "../proven-org.ts"
import { BotSlug } from "./schema.ts"

/** A bot as the public may meet it. */
export interface PublicBot {
  readonly orgId: ProvenOrgId
  readonly id: BotId
  readonly slug: string
  readonly name: string
  readonly allowedOrigins: readonly string[]
  /** The language it is written in, then those it also speaks. */
  readonly languages: readonly string[]
  readonly isPublished: boolean
  /** "staging" under the name that only some know: its conversations run what is staged. */
  readonly environment: "live" | "staging"
}

/** Somebody without an account who talks to a public bot. Minted by the public-bot gate only. */
export interface VisitorContext extends ServiceContext {
  readonly bot: PublicBot
}

/** Told on this topic: the public names whose bots have changed. */
const topic = "public-bots"
type Known = LRUCache<string, { readonly bot: PublicBot | null }>
const caches = new WeakMap<Container, Known>()

/**
 * The gate of public bots: whoever names a published bot, from a site it allows, may act as its visitor.
 *
 * Throws: AppError "bot.not_found", "bot.not_published", "bot.origin_refused".
 */
export async function provePublicBot(
  context: AnyoneContext,
  { bot: slug, origin }: { readonly bot: string; readonly origin: string | null },
): Promise<VisitorContext> {
  const bot = await findPublicBot(context.container, slug)
  if (bot === null) throw new AppError("bot.not_found", { bot: slug })
  if (!bot.isPublished) throw new AppError("bot.not_published", { bot: slug })
  checkOrigin(context.container, bot, origin)
  return { ...context, orgId: bot.orgId, userId: null, role: "visitor", bot }
}

/** Our own pages may always; others when the bot names them, or names none. Throws: AppError "bot.origin_refused". */
export function checkOrigin(
  { ownOrigins }: Pick<Container, "ownOrigins">,
  { allowedOrigins }: Pick<PublicBot, "allowedOrigins">,
  origin: string | null,
): void {
  if (origin === null || ownOrigins.has(origin)) return
  if (allowedOrigins.length === 0 || allowedOrigins.includes(origin)) return
  throw new AppError("bot.origin_refused", { origin: origin.slice(0, 200) })
}

/** Finds a bot by its public name; null when there is none. Remembered for a few seconds. */
export async function findPublicBot(container: Container, slug: string): Promise<PublicBot | null> {
  const known = cacheOf(container)
  const before = known.get(slug)
  if (before !== undefined) return before.bot
  if (!BotSlug.safeParse(slug).success) return null
  const bot = await readPublicBot(container, slug)
  known.set(slug, { bot })
  return bot
}

/** Makes every process look these bots up again. */
export async function forgetPublicBots(
  container: Container,
  slugs: readonly string[],
): Promise<void> {
  for (const slug of slugs) cacheOf(container).delete(slug)
  if (slugs.length > 0) await container.pubsub.publish(topic, { slugs })
}

async function readPublicBot({ db }: Container, slug: string): Promise<PublicBot | null> {
  const [place] = await db.dispatcherQuery<{ id: BotId; orgId: OrgId }>(
    `select id, org_id as "orgId" from bots where slug = $1 or staging_slug = $1`,
    [slug],
  )
  if (place === undefined) return null
  const orgId = proveOrg(place.orgId)
  const [bot] = await db.tenantQuery<Omit<PublicBot, "orgId">>(
    [orgId],
    `select id, $3 as slug, name, allowed_origins as "allowedOrigins", languages,
       case when slug = $3 then published_version_id else staging_version_id end is not null as "isPublished",
       case when slug = $3 then 'live' else 'staging' end as environment
     from bots where org_id = $1 and id = $2`,
    [orgId, place.id, slug],
  )
  return bot === undefined ? null : { orgId, ...bot }
}

function cacheOf(container: Container): Known {
  const before = caches.get(container)
  if (before !== undefined) return before
  const known: Known = new LRUCache({ max: 5_000, ttl: 5_000 })
  caches.set(container, known)
  container.pubsub.subscribe(topic, (message) => {
    for (const slug of readSlugs(message)) known.delete(slug)
  })
  return known
}

function readSlugs(message: unknown): string[] {
  if (typeof message !== "object" || message === null || !("slugs" in message)) return []
  const { slugs } = message
  return Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === "string") : []
}
