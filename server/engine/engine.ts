import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { Clock } from "#server/clock.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import type { WorkTable } from "#server/jobs/define-job.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import type { StepParts } from "#server/keywords/step-parts.ts"
import type { Log } from "#server/log.ts"
import type { InboundEvent, TurnResult } from "./event.ts"
import type { Deliver } from "./outbox.ts"
import type { SendRequest } from "./turn-step.ts"

/** Runs conversations durably. One object a process; any process can run any turn. */
export interface Engine {
  /**
   * Takes an event once and runs its turn, or waits for the turn that runs it, at most `waitMs`; after
   * that the answer has status "running" and the turn goes on.
   *
   * Throws AppError: "request.key_reused" for a known key with another body, "conversation.not_found",
   * "bot.not_published" when there is nothing to run, "server.stopping".
   */
  accept(event: InboundEvent): Promise<TurnResult>
  /** Stores an event durably and runs it soon: for channels, which are answered before the turn. */
  enqueue(event: InboundEvent): Promise<void>
  /** Begins to look for timers, stored events, lapsed claims and messages to deliver. */
  start(): void
  /** Takes nothing new and finishes the turns that run. */
  stop(): Promise<void>
  /** Acts on one row that is due, if nobody else does: what a hint of the queue asks for. */
  follow(table: WorkTable, rowId: string): Promise<void>
  /** Looks once for everything that is due; resolves when it is done. */
  sweep(): Promise<void>
}

export interface EngineDeps {
  readonly db: Database
  readonly pubsub: PubSub
  readonly clock: Clock
  readonly log: Log
  readonly handlers: Handlers
  /** Sends a request of a program through the guard. */
  readonly send: SendRequest
  /** Works on documents and web sites that are due. */
  readonly knowledge?: {
    ingest(orgId: OrgId, documentId: string): Promise<void>
    readSite(orgId: OrgId, siteId: string): Promise<void>
  }
  /** Works on a run of an evaluation that is due. */
  readonly evaluate?: (orgId: OrgId, runId: string) => Promise<void>
  /** Ports of handlers. */
  readonly parts: StepParts
  /** Where people open the product, for links in mails; without a slash at the end. */
  readonly publicUrl?: string
  /** Takes hints for other processes. Without it this process acts itself on what it has stored. */
  readonly queue?: Pick<Queue, "add">
  /** Sends a message to a channel that is not read by sequence number. Keyed by the channel's name. */
  readonly channels?: ReadonlyMap<string, Deliver>
  readonly options?: Partial<EngineOptions>
}

export interface EngineOptions {
  /** How long a caller waits for a turn. Units: ms. */
  readonly waitMs: number
  /** How long a claim holds without being renewed. Units: ms. */
  readonly leaseMs: number
  /** How long the VM runs before others get their turn. Units: ms. */
  readonly sliceMs: number
  /** How often the database is asked for what is due. Units: ms. */
  readonly pollMs: number
  /**
   * A turn that breaks off this often without coming further is given up with a fault, so that its conversation goes
   * on. One that broke off by itself counts five times: a process may be killed often, and that is not its fault.
   */
  readonly attemptsPerTurn: number
  /** Conversations whose last state is kept in memory. Units: JSON characters in all. */
  readonly cacheChars: number
}

export const defaultEngineOptions: EngineOptions = {
  waitMs: 25_000,
  leaseMs: 15_000,
  sliceMs: 5,
  pollMs: 1_000,
  attemptsPerTurn: 25,
  cacheChars: 64 * 1024 * 1024,
}
