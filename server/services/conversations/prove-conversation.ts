import { LRUCache } from "lru-cache"
import type { BotId, ConversationId, OrgId, ProvenOrgId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken } from "../accounts/link-token.ts"
import { checkOrigin, findPublicBot } from "../bots/prove-public.ts"
import type { AnyoneContext, ConversationContext } from "../context.ts"
import { proveOrg } from "../proven-org.ts"

interface Place {
  readonly orgId: ProvenOrgId
  readonly id: ConversationId
  readonly botId: BotId
  readonly botSlug: string
}

const caches = new WeakMap<Container, LRUCache<string, Place>>()

/**
 * The gate of conversations: the token finds the conversation, so knowing an id opens nothing.
 *
 * `id` is null where the client does not name one (the socket). Throws: AppError
 * "conversation.token_refused", "conversation.not_found" when the token opens another conversation,
 * "bot.origin_refused".
 */
export async function proveConversation(
  context: AnyoneContext,
  { id, token, origin }: { id: string | null; token: string; origin: string | null },
): Promise<ConversationContext> {
  const { container } = context
  const place = await findPlace(container, token)
  if (place === null) throw new AppError("conversation.token_refused")
  if (id !== null && id !== place.id) throw new AppError("conversation.not_found")
  const bot = await findPublicBot(container, place.botSlug)
  if (bot === null) throw new AppError("conversation.token_refused")
  checkOrigin(container, bot, origin)
  const { orgId, botId } = place
  return { ...context, orgId, userId: null, role: "visitor", conversationId: place.id, botId }
}

/** Which conversation a token opens never changes, so it is remembered for a minute. */
async function findPlace(container: Container, token: string): Promise<Place | null> {
  const known = cacheOf(container)
  const tokenHash = hashToken(token)
  const before = known.get(tokenHash)
  if (before !== undefined) return before
  const [row] = await container.db.dispatcherQuery<{ id: ConversationId; orgId: OrgId }>(
    `select id, org_id as "orgId" from conversations where token_hash = $1`,
    [tokenHash],
  )
  if (row === undefined) return null
  const orgId = proveOrg(row.orgId)
  const [bot] = await container.db.tenantQuery<{ botId: BotId; botSlug: string }>(
    [orgId],
    `select b.id as "botId", b.slug as "botSlug" from conversations c
     join bots b on b.org_id = c.org_id and b.id = c.bot_id
     where c.org_id = $1 and c.id = $2`,
    [orgId, row.id],
  )
  if (bot === undefined) return null
  const place: Place = { orgId, id: row.id, ...bot }
  known.set(tokenHash, place)
  return place
}

function cacheOf(container: Container): LRUCache<string, Place> {
  const before = caches.get(container)
  if (before !== undefined) return before
  const known = new LRUCache<string, Place>({ max: 50_000, ttl: 60_000 })
  caches.set(container, known)
  return known
}
