import type {
  BotId,
  ConversationId,
  Id,
  LoginSessionId,
  ProvenOrgId,
  UserId,
} from "#catalog/ids.ts"
import type { Actor, Permission } from "#catalog/permissions.ts"
import type { Container } from "#server/container.ts"

/** What every verb is told: where the request came from and the running parts of the server. */
export interface AnyoneContext {
  readonly container: Container
  readonly requestId: string
  /** Of the client. */
  readonly ip: string
  readonly userAgent: string
}

/** Someone who is signed in. Minted by the session gate only. */
export interface PersonContext extends AnyoneContext {
  readonly userId: UserId
  readonly sessionId: LoginSessionId
  readonly email: string
}

/** Someone who acts inside one organization: a member, or the visitor of one of its public bots. */
export interface ServiceContext extends AnyoneContext {
  readonly orgId: ProvenOrgId
  /** Null for visitors. */
  readonly userId: UserId | null
  readonly role: Actor
  /** The key through which it is done; absent where a person or a visitor acts. */
  readonly apiKey?: ActingKey
}

/** A key of the API at work. What it may is what it was given, and what its maker may at this moment. */
export interface ActingKey {
  readonly id: Id<"key">
  readonly scopes: readonly Permission[]
  /** The bots it is limited to; null for all of the organization. */
  readonly botIds: readonly BotId[] | null
}

/** A program that acts with a key of its maker's. Minted by the key gate only. */
export interface KeyContext extends ServiceContext {
  readonly userId: UserId
  readonly apiKey: ActingKey
}

/** A visitor who holds the token of a conversation. Minted by the token gate only. */
export interface ConversationContext extends ServiceContext {
  readonly conversationId: ConversationId
  readonly botId: string
}
