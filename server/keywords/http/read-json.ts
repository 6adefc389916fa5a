import { maxNesting } from "#basic/format/budget.ts"
import type { Json } from "#basic/vm/value.ts"

export type JsonObject = { readonly [key: string]: Json }

/**
 * Reads JSON that came from outside.
 *
 * Shape: undefined for a text that is none, and for one that nests deeper than the values of a program may:
 *        what cannot be handed over must not reach the journal.
 */
export function readJson(text: string): Json | undefined {
  try {
    const parsed = JSON.parse(text) as Json
    return isDeeper(parsed, maxNesting) ? undefined : parsed
  } catch {
    return undefined
  }
}

/** The same for a text that has to be one object; null for anything else. */
export function readJsonObject(text: string): JsonObject | null {
  const parsed = readJson(text)
  return isJsonObject(parsed) ? parsed : null
}

export const isJsonObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function isDeeper(value: Json, levels: number): boolean {
  if (value === null || typeof value !== "object") return false
  if (levels === 0) return true
  return Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
