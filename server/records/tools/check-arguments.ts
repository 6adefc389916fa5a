import { z } from "zod"
import type { Json } from "#basic/vm/value.ts"

const isJsonObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Schemas come from strangers too: longer ones are not read. Units: characters of JSON. */
const maxSchemaChars = 40_000

export type CheckedArguments =
  | { readonly ok: true; readonly value: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly problem: string }

/** Says whether arguments fit a tool's schema; what does not fit is told in words a model can act on. */
export function checkArguments(schema: Json, given: Json): CheckedArguments {
  if (!isJsonObject(given)) return { ok: false, problem: "The arguments have to be one object." }
  const reader = readSchema(schema)
  if (reader === null) return { ok: false, problem: "The tool's description cannot be read." }
  const parsed = reader.safeParse(given)
  if (parsed.success) return { ok: true, value: parsed.data as Readonly<Record<string, Json>> }
  const [issue] = parsed.error.issues
  const place = issue?.path.join(".") ?? ""
  return { ok: false, problem: `${place === "" ? "Arguments" : place}: ${issue?.message ?? ""}` }
}

/** Null for what is no schema of an object. */
export function readSchema(schema: Json): z.ZodType | null {
  const given = schema === null ? { type: "object" } : schema
  if (!isJsonObject(given) || JSON.stringify(given).length > maxSchemaChars) return null
  try {
    return z.fromJSONSchema(withoutPatterns(given) as Parameters<typeof z.fromJSONSchema>[0])
  } catch {
    return null
  }
}

/** A pattern of a stranger could keep the process busy for ever, so patterns say nothing here. */
function withoutPatterns(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutPatterns)
  if (!isJsonObject(schema)) return schema
  const kept = Object.entries(schema).filter(
    ([name, value]) =>
      !(name === "pattern" && typeof value === "string") &&
      !["patternProperties", "$schema", "$id", "example", "examples"].includes(name),
  )
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutPatterns(value)]))
}
