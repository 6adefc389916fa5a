/** A message as every client sees it: REST, socket, widget, test chat, CLI. */
export interface ChatMessage {
  readonly id: string
  /** Place in the conversation, from 1, without gaps. */
  readonly seq: number
  readonly from: "bot" | "contact" | "agent"
  readonly kind: MessageKind
  /** Markdown for kind "text"; parsed by `rich-text.ts`, never as HTML. */
  readonly text: string
  readonly choices?: readonly Choice[]
  /** What was sent, for the kinds "file", "image", "audio" and "video"; `text` is its caption. */
  readonly file?: MessageFile
  /** What an answer was made from; the text names them by number: [1]. */
  readonly sources?: readonly MessageSource[]
  /** ISO 8601, UTC. */
  readonly at: string
}
/** A passage of a document that an answer rests on. */
export interface MessageSource {
  /** From 1, as the text names it. */
  readonly number: number
  /** Of the passage; whoever holds the conversation may read it. */
  readonly id: string
  readonly title: string
  readonly section?: string
  /** From 1. */
  readonly page?: number
  /** Where the document came from, for one that was read from the web. */
  readonly url?: string
}

export const fileKinds = ["file", "image", "audio", "video"] as const
export type FileKind = (typeof fileKinds)[number]
export type MessageKind = "text" | "choices" | "event" | FileKind

/** A file in a conversation. */
export interface MessageFile {
  readonly name: string
  /** Below the address of the server, signed: whoever has it may read this one file. */
  readonly url: string
  /** Units: bytes. */
  readonly size: number
  /** By the content, as in "image/png". */
  readonly type: string
  /**
   * How it is shown: "autoplay", "loop", "muted", "nocontrols", "fullscreen". A `PlayerControl` shows nothing
   * anew: it is done to the file of this address that was shown before.
   */
  readonly options?: readonly string[]
}

export const playerControls = ["stop", "pause", "resume"] as const
export type PlayerControl = (typeof playerControls)[number]

/** A button under a message. `value` is what is sent when it is chosen. */
export interface Choice {
  readonly label: string
  readonly value: string
}

/** What the conversation waits for; null when the program has ended. */
export interface Waiting {
  /** The lower-case type of HEAR (text, name, email, ...), or menu, time, event, reply (of another bot), human, running. */
  readonly kind: string
  /** Names this wait; buttons and timers that name an older one change nothing. */
  readonly id?: string
  readonly choices?: readonly Choice[]
  /** A menu that takes free text too. */
  readonly acceptsOther?: boolean
  /** The event it waits for, for kind event. */
  readonly event?: string
  /** ISO 8601: when it ends by itself. */
  readonly until?: string
}
