import { toJson } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { MapValue, type Value } from "#basic/vm/value.ts"
import { badValue } from "../tasks/read-event.ts"

const nameFields = ["lead_id", "id", "email", "mail", "phone", "name"]

/** Reads a lead: its name, given or found among its facts. Throws EffectFailed "basic.bad_value". */
export function readLead(
  name: string | undefined,
  value: Value,
): { name: string; known: Readonly<Record<string, Json>> } {
  const json = value instanceof MapValue ? toJson(value) : null
  if (json === null || typeof json !== "object" || Array.isArray(json))
    throw badValue("CREATE LEAD", "", "an object with what is known")
  const found = nameFields
    .map((field) => json[field])
    .find((each) => typeof each === "string" && each !== "")
  const plain = (name ?? "").trim() === "" ? String(found ?? "") : (name ?? "").trim()
  if (plain === "") throw badValue("CREATE LEAD", "", "an email, an id or a name")
  return { name: plain, known: json }
}
