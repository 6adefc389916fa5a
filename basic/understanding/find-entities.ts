import { findOption, type HearOption } from "../hear/menu.ts"
import type { HearContext } from "../hear/reader.ts"
import type { HearType } from "../hear/types.ts"
import type { Json } from "../vm/value.ts"
import { type EntityDefinition, type FoundEntity, type SystemKind, systemKinds } from "./entity.ts"
import { findListed } from "./find-listed.ts"
import { systemFinders } from "./find-system.ts"
import { PatternProblem, readPattern } from "./pattern.ts"

/** No message is searched further. Units: UTF-16 code units. */
const maxChars = 2_000

/** Finds one entity in a text; null when it says none. */
export const findEntity = (
  entity: EntityDefinition,
  text: string,
  context: HearContext,
): FoundEntity | null => {
  const short = text.slice(0, maxChars)
  if (entity.kind === "list") return findListed(entity.values, entity.isFuzzy, short)
  if (entity.kind === "pattern") return findPattern(entity.pattern, short)
  return systemFinders[entity.kind](short, context)
}

const findPattern = (pattern: string, text: string): FoundEntity | null => {
  try {
    const found = readPattern(pattern).find(text)
    if (found === null || found.end === found.start) return null
    return { value: text.slice(found.start, found.end), ...found }
  } catch (error) {
    // It was checked when it was saved; one that came otherwise finds nothing.
    if (error instanceof PatternProblem) return null
    throw error
  }
}

/**
 * Finds everything a text says besides its intent, by name: the entities of the bot first, then the kinds every
 * bot knows, each in what the ones before have left of the text.
 */
export const findEntities = (
  entities: readonly EntityDefinition[],
  text: string,
  context: HearContext,
): Record<string, Json> => {
  const found: Record<string, Json> = {}
  let rest = text.slice(0, maxChars)
  const named = new Set(entities.map(({ name }) => name.toLowerCase()))
  for (const entity of entities) {
    const one = findEntity(entity, text, context)
    if (one === null) continue
    found[entity.name] = one.value
    rest = blank(rest, one)
  }
  for (const kind of systemKinds) {
    const one = named.has(kind) ? null : systemFinders[kind](rest, context)
    if (one === null) continue
    found[kind] = one.value
    rest = blank(rest, one)
  }
  return found
}

const blank = (text: string, { start, end }: FoundEntity): string =>
  text.slice(0, start) + ";".repeat(end - start) + text.slice(end)

const kindOfType: Readonly<Partial<Record<HearType, SystemKind>>> = {
  EMAIL: "email",
  URL: "url",
  MOBILE: "phone",
  DATE: "date",
  HOUR: "time",
  MONEY: "money",
  NUMBER: "number",
  INTEGER: "number",
}

/** What a question wants to know, for whoever looks whether a sentence says it already. */
export interface Wanted {
  readonly type: HearType
  readonly options: readonly HearOption[]
  readonly entity: EntityDefinition | null
}

/** The answer of a question that stands in a sentence already; null when it has to be asked. */
export const findAnswer = (wanted: Wanted, text: string, context: HearContext): Json => {
  const { type, options, entity } = wanted
  if (entity !== null) return findEntity(entity, text, context)?.value ?? null
  if (type === "MENU") return findChoice(options, text)
  const kind = kindOfType[type]
  const found = kind === undefined ? null : systemFinders[kind](text.slice(0, maxChars), context)
  if (found === null || (type === "INTEGER" && !Number.isInteger(found.value))) return null
  return found.value
}

const findChoice = (options: readonly HearOption[], text: string): Json => {
  const values = options.map(({ label, value }) => ({ value, synonyms: [label] }))
  const found = findListed(values, true, text.slice(0, maxChars))
  return found?.value ?? findOption(options, text.trim(), true)?.value ?? null
}
