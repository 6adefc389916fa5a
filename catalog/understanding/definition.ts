import type { EntityDefinition } from "#basic/understanding/entity.ts"

/** What people want, with examples of how they say it. */
export interface IntentDefinition {
  readonly name: string
  /** For people, and for a model that is asked for a second opinion. */
  readonly description: string
  /** The least confidence at which it counts. Units: 0 to 1. */
  readonly threshold: number
  readonly isActive: boolean
  readonly examples: readonly string[]
}

/** Everything a bot understands: of its draft, of a version, in a package. */
export interface UnderstandingDefinition {
  readonly intents: readonly IntentDefinition[]
  readonly entities: readonly EntityDefinition[]
}

export const defaultThreshold = 0.7
