import type { Facts } from "../diagnostics/entry.ts"
import type { HearInput } from "../hear/answer.ts"
import type { Json } from "../vm/value.ts"

/** A button under a message. `value` is what is sent when it is chosen. */
export interface PreviewChoice {
  readonly label: string
  readonly value: string
}

/** Where in the program something happened. */
interface Place {
  readonly stepId: string
  /** 1-based line of the source; 0 when the bundle knows none. */
  readonly line: number
}

/** One entry of the transcript. */
export type PreviewEvent =
  /** The bot said something; `choices` are the buttons under it. */
  | ({
      readonly kind: "bot"
      readonly text: string
      readonly choices?: readonly PreviewChoice[]
    } & Place)
  /** The person wrote or chose something; the place is the HEAR that waited, if one did. */
  | ({ readonly kind: "you"; readonly text: string } & Place)
  /** PRINT. */
  | ({ readonly kind: "log"; readonly text: string } & Place)
  /** Something that was only pretended or noted; `text` says what, in one line. */
  | ({
      readonly kind: "effect"
      readonly keyword: string
      readonly text: string
      readonly operands: Json
    } & Place)
  /** The script stopped with an error that nothing took. */
  | ({
      readonly kind: "fault"
      readonly code: string
      readonly message: string
      /** What fills the sentence, where the language made it. */
      readonly facts?: Facts
    } & Place)
  /** The script came to its end; `value` is what RETURN gave. */
  | { readonly kind: "end"; readonly value: Json }

/** What the conversation waits for: the same shape that a published bot answers with. */
export interface PreviewWaiting {
  /** The lower-case type of HEAR, `menu`, or `time`. */
  readonly kind: string
  readonly id: string
  readonly choices?: readonly PreviewChoice[]
  readonly acceptsOther?: boolean
  /** ISO 8601: when it ends by itself, by the clock of the preview. */
  readonly until?: string
}

/** A conversation with a program that nobody published: everything outside is pretended. */
export interface Preview {
  /** Begins the conversation; nothing when it is under way. */
  start(): void
  /** Writes a text, chooses a button by its value, or hands over a file. After the end it begins anew. */
  send(input: HearInput): void
  /** Moves the clock on; pauses, time limits and silence that fall due happen on the way. Units: seconds. */
  skipTime(seconds: number): void
  /** Stores the conversation and reads it again, as when a server stops in the middle. Throws: StateError "too_large". */
  restart(): void
  readonly status: "new" | "waiting" | "ended"
  readonly waiting: PreviewWaiting | null
  /** The step that waits; null when none does. */
  readonly waitingStepId: string | null
  readonly events: readonly PreviewEvent[]
  /** Ids of the steps that were taken, in order. */
  readonly path: readonly string[]
  readonly variables: readonly { readonly name: string; readonly value: Json }[]
  /** What the bot remembers of everybody, of this person, and in this conversation. */
  readonly memory: Readonly<
    Record<"bot" | "user" | "session", readonly { readonly key: string; readonly value: Json }[]>
  >
  /** The clock. Units: ms since 1970 UTC. */
  readonly nowMs: number
}
