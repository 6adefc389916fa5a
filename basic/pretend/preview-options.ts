import type { TurnLimits, ZoneTable } from "../vm/outcome.ts"
import type { VmState } from "../vm/state.ts"
import type { Json } from "../vm/value.ts"
import type { PretendDeclarations } from "./alarms.ts"
import type { PretendUnderstanding } from "./understand.ts"

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

/** Something a script asks of the world, but for what it says, asks, prints and waits for. */
export interface PretendEffect {
  readonly keyword: string
  readonly operands: Json
}

/** How such a thing comes out: with a value, or with a failure that the script may catch. */
export type PretendAnswer =
  | { readonly value: Json }
  | { readonly code: string; readonly message: string }

/** Is told which ways a conversation takes. Steps are places in the bundle's table. */
export interface PreviewWatch {
  /** A statement begins; each time it does, in loops too. What it throws breaks the conversation off there. */
  readonly enter: (step: number, state: VmState) => void
  /** A menu was answered with this of its choices, from 0; null: with other words, or not at all. */
  readonly choose: (stepId: string, choice: number | null) => void
  /** A question's own time limit passed. */
  readonly timeOut: (stepId: string) => void
  /** Something was asked of the world, and this is how it came out. */
  readonly answered?: (effect: PretendEffect, answer: PretendAnswer) => void
  /** How long the world takes over it. Units: seconds. */
  readonly delays?: (effect: PretendEffect) => number
}

/** All may be left out: the clock then stands at a fixed day, and the same clicks always give the same transcript. */
export interface PreviewOptions {
  /** What the clock shows at first. Units: ms since 1970 UTC. */
  readonly nowMs?: number
  readonly seed?: number
  readonly zone?: ZoneTable
  readonly botId?: string
  readonly sessionId?: string
  /** A language tag: the conversation is held in it, until SET LANGUAGE says another. */
  readonly language?: string
  /** Answers HTTP requests; null leaves a request to the canned reply. */
  readonly http?: (request: PretendRequest) => PretendReply | null
  /** Answers what a script asks of the world before anything is pretended; null leaves it to the preview. */
  readonly answer?: (effect: PretendEffect) => PretendAnswer | null
  readonly watch?: PreviewWatch
  /** What the memories hold at first. */
  readonly memory?: {
    readonly bot?: Readonly<Record<string, Json>>
    readonly user?: Readonly<Record<string, Json>>
    readonly session?: Readonly<Record<string, Json>>
  }
  /** Variables that are set before the first line. */
  readonly inputs?: Readonly<Record<string, Json>>
  /** Variables that every script of the bot finds set: `param-*` of its settings. */
  readonly params?: Readonly<Record<string, Json>>
  readonly limits?: Partial<TurnLimits>
  /** What the bot understands. Here, where no model runs, an intent is found by the words of its examples. */
  readonly understanding?: PretendUnderstanding
  /** Schedules and ON EVENT of the script: they happen while time is skipped and events are published. */
  readonly declarations?: PretendDeclarations
}
