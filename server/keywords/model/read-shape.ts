import type { Json } from "#basic/vm/value.ts"
import { readSchema } from "#server/records/tools/check-arguments.ts"
import { readJson } from "../http/read-json.ts"
import { EffectFailed } from "../step.ts"
import type { AnswerShape } from "./ask-shaped.ts"

const types: Readonly<Record<string, Json>> = {
  text: { type: "string" },
  string: { type: "string" },
  number: { type: "number" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  email: { type: "string", format: "email" },
}

/**
 * Reads what an answer has to be: a JSON Schema, or the short form, an object that says "text", "number",
 * "integer", "boolean", "date" or "email" for each member; a list of one of them is a list of such.
 *
 * Throws: `EffectFailed` "model.refused".
 */
export function readShape(given: Json): AnswerShape {
  const written = typeof given === "string" ? (readJson(given) ?? null) : given
  const schema = isSchema(written) ? written : toSchema(written)
  const reader = schema === null ? null : readSchema(schema)
  if (schema === null || reader === null)
    throw new EffectFailed(
      "model.refused",
      'SCHEMA takes an object such as { name: "text", size: "number" }, or a JSON Schema of an object.',
    )
  return { schema, reader }
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isSchema = (value: Json): boolean =>
  isObject(value) && value.type === "object" && isObject(value.properties ?? null)

/** Null for what is no short form. */
function toSchema(value: Json): Json {
  if (typeof value === "string") return types[value.trim().toLowerCase()] ?? null
  if (Array.isArray(value)) {
    const [first = null] = value
    const items = toSchema(first)
    return items === null ? null : { type: "array", items }
  }
  if (!isObject(value)) return null
  const members = Object.entries(value).map(([name, each]) => [name, toSchema(each)] as const)
  if (members.length === 0 || members.some(([, schema]) => schema === null)) return null
  return {
    type: "object",
    properties: Object.fromEntries(members),
    required: members.map(([name]) => name),
    additionalProperties: false,
  }
}
