import type { TurnLimits, ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"

/** A request that a script makes; it is never sent. */
export interface PretendRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

/** A status of 400 or more makes the command fail, as it does for a published bot. */
export interface PretendReply {
  readonly status?: number
  readonly body: Json
}

/** All may be left out: the clock then stands at a fixed day, and the same clicks always give the same transcript. */
export interface PreviewOptions {
  /** What the clock shows at first. Units: ms since 1970 UTC. */
  readonly nowMs?: number
  readonly seed?: number
  readonly zone?: ZoneTable
  readonly botId?: string
  readonly sessionId?: string
  /** ISO 639-1: the language in which answers are refused. */
  readonly language?: string
  /** Answers HTTP requests; null leaves a request to the canned reply. */
  readonly http?: (request: PretendRequest) => PretendReply | null
  /** What the memories hold at first. */
  readonly memory?: {
    readonly bot?: Readonly<Record<string, Json>>
    readonly user?: Readonly<Record<string, Json>>
    readonly session?: Readonly<Record<string, Json>>
  }
  /** Variables that are set before the first line. */
  readonly inputs?: Readonly<Record<string, Json>>
  readonly limits?: Partial<TurnLimits>
}
