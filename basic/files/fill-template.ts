import type { Json } from "../vm/value.ts"

/** A name in braces: letters, digits, blanks between them, dots for members, and a plain number for a place. */
const hole = /\{\{\s*([\p{L}\p{N}_][\p{L}\p{N}_.\- ]{0,100}?)\s*\}\}/gu

/**
 * Fills `{{name}}` and `{{member.name}}` of a text. A name the values lack is left as it stands, so that
 * whoever reads the result sees what is missing.
 */
export const fillTemplate = (text: string, values: Json): string =>
  text.replace(hole, (whole, name: string) => {
    const value = findMember(values, name)
    return value === undefined ? whole : showValue(value)
  })

/** Every name in braces, once, in order. */
export const listPlaceholders = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(hole), (found) => found[1] ?? "")),
]

const findMember = (values: Json, name: string): Json | undefined => {
  let value: Json | undefined = values
  for (const part of name.split(".")) {
    if (value === null || typeof value !== "object") return undefined
    value = Array.isArray(value) ? value[Number(part)] : readKey(value, part)
  }
  return value
}

/** The exact key first, then one that differs only in case, as everywhere in the language. */
const readKey = (values: { [key: string]: Json }, name: string): Json | undefined => {
  if (Object.hasOwn(values, name)) return values[name]
  const lower = name.toLowerCase()
  const key = Object.keys(values).find((each) => each.toLowerCase() === lower)
  return key === undefined ? undefined : values[key]
}

const showValue = (value: Json): string => {
  if (value === null) return ""
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** Fills every text inside a value: what FILL does with an object or a list as its template. */
export const fillValue = (template: Json, values: Json): Json => {
  if (typeof template === "string") return fillTemplate(template, values)
  if (Array.isArray(template)) return template.map((item) => fillValue(item, values))
  if (template === null || typeof template !== "object") return template
  return Object.fromEntries(
    Object.entries(template).map(([key, item]) => [key, fillValue(item, values)]),
  )
}
