import { listUserFacts } from "#server/records/memory/user-facts.ts"
import type { Step } from "../step.ts"
import type { AnswerRequest } from "./request.ts"

/** Something SET USER FACT keeps of a person. */
export interface RememberedFact {
  readonly key: string
  readonly value: string
}

/** So much of what is known is told. Units: facts, characters of each. */
const most = { facts: 40, chars: 300 }

/** What is known of the person, where the statement wants the model to be told. One data effect. */
export async function readMemory(
  { keyword, hasMemory }: Pick<AnswerRequest, "keyword" | "hasMemory">,
  step: Step,
): Promise<RememberedFact[]> {
  if (!hasMemory) return []
  const found = await step.record(listUserFacts, { name: `${keyword} MEMORY`, arguments: null })
  const list = Array.isArray(found) ? found : []
  return list.slice(0, most.facts).flatMap((fact) => {
    if (typeof fact !== "object" || fact === null || Array.isArray(fact)) return []
    const value = typeof fact.value === "string" ? fact.value : JSON.stringify(fact.value ?? null)
    return [{ key: oneLine(String(fact.key)), value: oneLine(value) }]
  })
}

/** A fact cannot begin a line of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").slice(0, most.chars)
