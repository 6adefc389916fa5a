import type { FileKind } from "../messages.ts"

/** What a channel can show, as its vendor documents it. */
export interface ChannelAbilities {
  /** The longest text of one message. Units here and below: UTF-16 code units. */
  readonly maxTextChars: number
  /** The longest text under a picture or a file. */
  readonly maxCaptionChars: number
  /** Buttons below a message; null where there are none. */
  readonly buttons: ButtonLimits | null
  /** A list that opens at a press, for more choices than buttons can be; null where there is none. */
  readonly list: ButtonLimits | null
  readonly markup: Markup
  /** What is sent as it is; anything else becomes a link. */
  readonly media: readonly FileKind[]
  /** Paid for and sent in pieces, as text messages are. */
  readonly hasSegments?: true
}

export interface ButtonLimits {
  readonly most: number
  readonly maxLabelChars: number
  /** The longest text of a message that has them. */
  readonly maxTextChars: number
}

/** How emphasis, links and lists are written: "markdown" as bots write it, "none" for plain words. */
export type Markup = "markdown" | "telegram" | "whatsapp" | "slack" | "none"

export interface Channel {
  readonly id: string
  /** A name, the same in every language; the web and mail have theirs in the catalogue. */
  readonly label: string
  readonly icon: string
  /** Facts of others grow old: when these were read, and where. ISO date; null for what is ours. */
  readonly facts: { readonly readOn: string; readonly source: string } | null
  readonly can: ChannelAbilities
}

export const defineChannel = (channel: Channel): Channel => channel
