import { toText } from "../vm/json.ts"
import { ListValue, MapValue, type Value } from "../vm/value.ts"

/** One address: one @, no blanks, no control characters, and nothing that could begin another. */
const addressPattern = /^[^\s\p{Cc}<>,;:"@()[\]\\]{1,64}@[^\s\p{Cc}<>,;:"@()[\]\\]{1,190}$/u

export const isAddress = (text: string): boolean => addressPattern.test(text)

const addressFields = ["email", "mail", "e-mail", "address", "phone", "to", "recipient"]

/**
 * Lists who is meant: a text with commas or semicolons between, `Name <address>`, a list of texts, or a
 * list of objects with an `email`. Each once, in order.
 */
export const listRecipients = (value: Value): string[] => {
  const found = value instanceof ListValue ? value.items.flatMap(namesOf) : namesOf(value)
  return [...new Set(found.filter((name) => name !== ""))]
}

const namesOf = (value: Value): string[] => {
  if (value instanceof MapValue) {
    const entry = [...value.entries].find(([key]) => addressFields.includes(key.toLowerCase()))
    return entry === undefined ? [] : namesOf(entry[1])
  }
  if (value === null || value instanceof ListValue) return []
  return toText(value)
    .split(/[,;\n]/)
    .map((part) => (/<([^<>]+)>\s*$/.exec(part)?.[1] ?? part).trim())
}

/** What a recipient of TALK TO names. */
export interface Recipient {
  readonly channel: string
  readonly address: string
}

/** Reads `channel:address`; a bare address is e-mail, bare figures are a telephone on WhatsApp. */
export const readRecipient = (text: string): Recipient => {
  const plain = text.trim()
  const named = /^([a-z][a-z0-9_-]{1,30}):(.+)$/is.exec(plain)
  if (named)
    return { channel: (named[1] as string).toLowerCase(), address: (named[2] as string).trim() }
  if (isAddress(plain)) return { channel: "email", address: plain }
  if (/^\+?[\d\s().-]{6,24}$/.test(plain)) return { channel: "whatsapp", address: plain }
  return { channel: "web", address: plain }
}

/** The subject of a mail that has none: the first words of its text. */
export const subjectOf = (text: string): string => {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? ""
  const plain = line.replace(/[*_#`>]/g, "").trim()
  if (plain.length <= 60) return plain
  return `${plain.slice(0, 60).replace(/\s+\S*$/, "")}…`
}

/** Reads the block of BEGIN MAIL: a first line `Subject: ...`, a blank line, the text. */
export const splitMailBlock = (text: string): { subject: string; body: string } => {
  const found = /^\s*subject:[ \t]*(.*)(?:\n|$)\s*/i.exec(text)
  if (!found) return { subject: subjectOf(text), body: text }
  return { subject: (found[1] ?? "").trim(), body: text.slice(found[0].length) }
}
