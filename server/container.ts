import type { Database } from "#db/client.ts"
import type { Clock } from "./clock.ts"
import type { Engine } from "./engine/engine.ts"
import type { Env } from "./env.ts"
import type { Documents } from "./http/documents.ts"
import type { Cache } from "./infra/cache/port.ts"
import type { Documents as DocumentWork } from "./infra/documents/port.ts"
import type { FileLinks, Files } from "./infra/files/port.ts"
import type { Limits } from "./infra/limits/port.ts"
import type { Mail } from "./infra/mail/port.ts"
import type { Outbound } from "./infra/outbound/port.ts"
import type { PubSub } from "./infra/pubsub/port.ts"
import type { Seal } from "./infra/seal/port.ts"
import type { KnowledgeWork } from "./knowledge/create-knowledge.ts"
import type { Log } from "./log.ts"
import type { Metrics } from "./metrics.ts"
import type { Models } from "./models/port.ts"
import type { Secrets } from "./secrets/load-secrets.ts"
import type { UnderstandingWork } from "./understanding/create-understanding.ts"

/** The running parts of one process. `main.ts` builds it; everything else is handed it. */
export interface Container {
  readonly env: Env
  readonly secrets: Secrets
  /** Where people open the product: an origin without a slash at the end. */
  readonly publicUrl: string
  /** Origins the dashboard may be opened at. */
  readonly ownOrigins: ReadonlySet<string>
  readonly log: Log
  readonly clock: Clock
  readonly metrics: Metrics
  readonly db: Database
  readonly engine: Engine
  readonly limits: Limits
  readonly cache: Cache
  readonly pubsub: PubSub
  readonly mail: Mail
  /** Closes and opens stored secrets. */
  readonly seal: Seal
  readonly outbound: Outbound
  /** Language models. */
  readonly models: Models
  /** Contents of files. */
  readonly files: Files
  readonly fileLinks: FileLinks
  /** Reads and writes documents, in threads. */
  readonly documentWork: DocumentWork
  /** What bots know, and the work on it. */
  readonly knowledge: KnowledgeWork
  /** What bots understand, and the work on it. */
  readonly understanding: UnderstandingWork
}

/** What pages of Next may ask the running server for, through `app/server.ts`. */
export interface PagesPort {
  /** Who is signed in, by the cookies of the request; null when nobody is. */
  findPerson(cookieHeader: string | null): Promise<SignedInPerson | null>
  /** What the hosted chat of a bot shows; null when there is no such published bot. */
  findPublicBot(slug: string): Promise<ShownBot | null>
  /** What an invitation says before it is accepted; null when its link no longer works. */
  findInvitation(token: string): Promise<InvitationPreview | null>
  readonly publicUrl: string
  /** The documentation beside the code. */
  readonly documents: Documents
  /** What a test recognizes this process by, to prove that pages and server are one; null otherwise. */
  readonly mark: string | null
}
export interface ShownBot {
  readonly id: string
  readonly name: string
  /** The name in the address is that of its staging. */
  readonly isStaging: boolean
  /** Somebody writes down what people say. */
  readonly hasVoice: boolean
}
export interface SignedInPerson {
  readonly id: string
  readonly email: string
  readonly name: string
}
export interface InvitationPreview {
  readonly orgName: string
  readonly role: string
  readonly email: string
}

const key = Symbol.for("botwright")

/** Puts the port where Next's own copy of this module finds it. */
export function publishPagesPort(port: PagesPort | null): void {
  Reflect.set(globalThis, key, port)
}

/**
 * The running server, for pages.
 *
 * Throws when no server runs in this process: a page was rendered outside of `server/main.ts`.
 */
export function getPagesPort(): PagesPort {
  const port: unknown = Reflect.get(globalThis, key)
  if (isPagesPort(port)) return port
  throw new Error("Pages are rendered by server/main.ts; start the product with npm start.")
}

function isPagesPort(value: unknown): value is PagesPort {
  return typeof value === "object" && value !== null && "findPerson" in value
}
