/** What can be found in a sentence besides its intent. */
import type { Json } from "../vm/value.ts"

/** Kinds that every bot knows; the names they have in what UNDERSTAND gives. */
export const systemKinds = ["email", "url", "phone", "time", "date", "money", "number"] as const
export type SystemKind = (typeof systemKinds)[number]

export const entityKinds = ["list", "pattern", ...systemKinds] as const
export type EntityKind = (typeof entityKinds)[number]

/** One of the values of a list, with other words for it. */
export interface ListedValue {
  readonly value: string
  readonly synonyms: readonly string[]
}

/** Plain JSON: it is stored with a question that waits. */
export interface EntityDefinition {
  readonly name: string
  readonly kind: EntityKind
  /** Of a list. */
  readonly values: readonly ListedValue[]
  /** Small spelling mistakes are forgiven. Of a list. */
  readonly isFuzzy: boolean
  /** Of a pattern: see `pattern.ts`. */
  readonly pattern: string
}

/** A definition as a value of the language, for the question that waits for such an entity. */
export const entityToJson = ({ values, ...entity }: EntityDefinition): Json => ({
  ...entity,
  values: values.map(({ value, synonyms }) => ({ value, synonyms: [...synonyms] })),
})

/** An entity that stands in a text. */
export interface FoundEntity {
  readonly value: string | number
  /** Where it stands. Units: UTF-16 code units. */
  readonly start: number
  readonly end: number
}
