import type { FileKind } from "../messages.ts"
import { parseRichText } from "../rich-text.ts"
import { countSegments } from "./count-segments.ts"
import type { ButtonLimits, Channel } from "./define.ts"
import { splitText } from "./split-text.ts"
import { type LostMarkup, listLostMarkup, writeMarkup } from "./write-markup.ts"

/** Something a bot says, before any channel. */
export interface OutgoingMessage {
  /** Markdown. */
  readonly text: string
  /** Labels of the choices. */
  readonly choices?: readonly string[]
  readonly file?: { readonly kind: FileKind; readonly name: string; readonly url: string }
}

/** One message as a channel sends it. */
export interface SentPart {
  /** In the markup of the channel. */
  readonly text: string
  /** The same in Markdown, as far as the channel shows it. */
  readonly markdown: string
  readonly buttons?: readonly string[]
  /** Rows behind one button. */
  readonly rows?: readonly string[]
  readonly file?: OutgoingMessage["file"]
}

/** What a channel could not do as it was meant. */
export type Loss =
  | { readonly kind: "split"; readonly parts: number; readonly most: number }
  /** Choices as a numbered list; `reason` says what the channel would not take. */
  | { readonly kind: "numbered"; readonly reason: "none" | "many" | "long"; readonly most: number }
  | { readonly kind: "rows"; readonly most: number }
  | { readonly kind: "markup"; readonly lost: LostMarkup }
  | { readonly kind: "link"; readonly file: FileKind }
  | { readonly kind: "apart" }
  | { readonly kind: "segments"; readonly count: number; readonly wideCharacter: string | null }

export interface Degraded {
  readonly parts: readonly SentPart[]
  readonly losses: readonly Loss[]
}

/**
 * Says a message on a channel, with all of its words and choices, in whatever way the channel has.
 *
 * Shape: one part or more; the choices are with the last one. What is lost is told, and no word is.
 */
export function degrade(message: OutgoingMessage, channel: Channel): Degraded {
  const { can } = channel
  const losses: Loss[] = []
  const linked = linkFile(message, channel, losses)
  const choices = message.choices ?? []
  const offer = offerOf(choices, channel)
  if (offer.loss !== null) losses.push(offer.loss)
  const spoken = offer.kind === "numbered" ? number(linked.text, choices) : linked.text
  for (const lost of listLostMarkup(parseRichText(spoken), can.markup))
    losses.push({ kind: "markup", lost })
  const most = offer.limits?.maxTextChars ?? can.maxTextChars
  const texts = cut(spoken, channel, most)
  if (texts.length > 1) losses.push({ kind: "split", parts: texts.length, most })
  const parts = texts.map((text) => write(text, channel))
  const sent = attach(withFile(parts, linked.file, channel, losses), offer)
  if (can.hasSegments) tellSegments(sent, losses)
  return { parts: sent, losses }
}

interface Offer {
  readonly kind: "none" | "buttons" | "rows" | "numbered"
  readonly choices: readonly string[]
  readonly limits: ButtonLimits | null
  readonly loss: Loss | null
}

/** How the choices are offered: as buttons, as rows of a list, or by number. */
function offerOf(choices: readonly string[], { can }: Channel): Offer {
  const { buttons, list } = can
  if (choices.length === 0) return { kind: "none", choices, limits: null, loss: null }
  if (takes(buttons, choices)) return { kind: "buttons", choices, limits: buttons, loss: null }
  if (takes(list, choices)) {
    const loss = { kind: "rows", most: buttons?.most ?? 0 } as const
    return { kind: "rows", choices, limits: list, loss }
  }
  const widest = list ?? buttons
  const reason =
    widest === null ? "none" : choices.length > widest.most ? "many" : ("long" as const)
  const most =
    reason === "many" ? (widest?.most ?? 0) : reason === "long" ? (widest?.maxLabelChars ?? 0) : 0
  return { kind: "numbered", choices, limits: null, loss: { kind: "numbered", reason, most } }
}

const takes = (limits: ButtonLimits | null, choices: readonly string[]): boolean =>
  limits !== null &&
  choices.length <= limits.most &&
  choices.every((label) => label.length <= limits.maxLabelChars)

const number = (text: string, choices: readonly string[]): string =>
  [text.trimEnd(), choices.map((label, at) => `${at + 1}. ${label}`).join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")

function linkFile(message: OutgoingMessage, { can }: Channel, losses: Loss[]) {
  const { text, file } = message
  if (file === undefined || can.media.includes(file.kind)) return { text, file: file ?? null }
  losses.push({ kind: "link", file: file.kind })
  const link = `${file.name}: ${file.url}`
  return { text: text.trim() === "" ? link : `${text.trimEnd()}\n${link}`, file: null }
}

/** Cuts a text for the channel; only the last part has buttons, so only it needs room for them. */
function cut(text: string, channel: Channel, mostOfLast: number): string[] {
  const measure = (part: string) => write(part, channel).text.length
  const parts = splitText(text, channel.can.maxTextChars, measure)
  const last = parts.at(-1) ?? ""
  if (measure(last) <= mostOfLast) return parts
  return [...parts.slice(0, -1), ...splitText(last, mostOfLast, measure)]
}

function write(text: string, { can }: Channel): SentPart {
  const trimmed = text.trim()
  if (can.markup === "markdown") return { text: trimmed, markdown: trimmed }
  const written = writeMarkup(parseRichText(trimmed), can.markup)
  return { text: written, markdown: can.markup === "none" ? escapeMarks(written) : trimmed }
}

const escapeMarks = (text: string): string => text.replace(/([\\`*_~[\]])/g, "\\$1")

/** The words of a file are under it where they fit, and before it where they do not. */
function withFile(
  parts: readonly SentPart[],
  file: OutgoingMessage["file"] | null,
  { can }: Channel,
  losses: Loss[],
): SentPart[] {
  if (!file) return [...parts]
  const [only, ...more] = parts
  const hasWords = only !== undefined && only.text !== ""
  const fits = more.length === 0 && (only?.text.length ?? 0) <= can.maxCaptionChars
  if (fits && only !== undefined) return [{ ...only, file }]
  if (hasWords) losses.push({ kind: "apart" })
  return [...(hasWords ? parts : []), { text: "", markdown: "", file }]
}

function attach(parts: readonly SentPart[], { kind, choices }: Offer): SentPart[] {
  if (kind !== "buttons" && kind !== "rows") return [...parts]
  const key = kind === "buttons" ? "buttons" : "rows"
  return parts.map((part, at) => (at === parts.length - 1 ? { ...part, [key]: choices } : part))
}

function tellSegments(parts: readonly SentPart[], losses: Loss[]) {
  const counted = parts.map(({ text }) => countSegments(text))
  const count = counted.reduce((sum, segments) => sum + segments.count, 0)
  const wide = counted.find(({ wideCharacter }) => wideCharacter !== null)
  if (count > 1 || wide)
    losses.push({ kind: "segments", count, wideCharacter: wide?.wideCharacter ?? null })
}
