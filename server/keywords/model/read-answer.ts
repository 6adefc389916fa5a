import { jsonrepair } from "jsonrepair"
import type { Json } from "#basic/vm/value.ts"
import { readJson } from "../http/read-json.ts"

/** Longer answers are not mended. Units: characters. */
const maxMendedChars = 100_000

/**
 * Reads an answer as a value: JSON, alone or in a fence, becomes an object or a list. Where JSON was asked
 * for, it is also found among other words, and mended where a bracket or a quote is missing. Anything else
 * is the text it is.
 */
export function readAnswer(answer: string, isJsonWanted: boolean): Json {
  const text = answer.trim()
  const inside = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/i.exec(text)?.[1]?.trim() ?? text
  if (/^[[{]/.test(inside)) {
    const parsed = readJson(inside)
    if (isStructure(parsed)) return parsed
  }
  if (!isJsonWanted || text.length > maxMendedChars) return text
  const found = /[[{][\s\S]*/.exec(inside)?.[0]
  if (found === undefined) return text
  const last = Math.max(found.lastIndexOf("}"), found.lastIndexOf("]"))
  const mended = [found.slice(0, last + 1), found].map(mend).find(isStructure)
  return mended ?? text
}

/** Says whether a question asks for JSON. */
export const wantsJson = (prompt: string): boolean => /\bjson\b/i.test(prompt)

function mend(text: string): Json | undefined {
  const parsed = text === "" ? undefined : readJson(text)
  if (parsed !== undefined) return parsed
  try {
    return readJson(jsonrepair(text))
  } catch {
    return undefined
  }
}

const isStructure = (value: Json | undefined): value is Json =>
  typeof value === "object" && value !== null
