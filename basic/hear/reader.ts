import type { ZoneTable } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"

/** What a reader may know besides the reply. All parts may be missing; then words like "today" are not understood. */
export interface HearContext {
  /** Units: ms since 1970 UTC. */
  readonly nowMs?: number
  readonly zone?: ZoneTable
  /** The language of refusals, ISO 639-1; English when missing. */
  readonly language?: string
}

/** Turns a reply into the value of its type; null when it is none. The reply is trimmed, not empty, and at most `maxReplyChars` long. */
export type AnswerReader = (reply: string, context: HearContext) => Json

/** No typed answer is longer; only TEXT takes longer replies. Units: UTF-16 code units. */
export const maxReplyChars = 2048
