import type { EntityDefinition } from "../understanding/entity.ts"
import { StateError } from "../vm/errors.ts"
import { toJson, toText } from "../vm/json.ts"
import type { Effect, OperandValue } from "../vm/outcome.ts"
import { type Json, ListValue, MapValue, type Value } from "../vm/value.ts"
import type { HearOption } from "./menu.ts"
import { canonicalHearType, type HearType } from "./types.ts"

/** A question that waits for its answer. Plain JSON: it is stored with the conversation. */
export interface HearWait {
  readonly type: HearType
  /** Choices of a menu, in order; empty when it is none. */
  readonly options: readonly HearOption[]
  /** A menu that takes any other text as well. */
  readonly acceptsOther: boolean
  /** The question, where HEAR asks one itself. */
  readonly prompt: string | null
  /** What an empty reply means, where DEFAULT says so. */
  readonly fallback: { readonly value: Json } | null
  /** How long to wait; null without a limit. */
  readonly timeoutSeconds: number | null
  /** What is typed must not be shown again or kept in a transcript. */
  readonly isSecret: boolean
  /** Replies refused so far. */
  readonly refusals: number
  /** What the answer has to name. */
  readonly entity?: EntityDefinition
}

const secretTypes: ReadonlySet<HearType> = new Set<HearType>(["PASSWORD", "CREDITCARD"])

const isValue = (operand: OperandValue | undefined): operand is Value =>
  operand !== undefined && !Array.isArray(operand)

/** What cannot be printed, because it holds itself, is no words to show. */
const wordsFor = (value: Value): string => {
  try {
    return toText(value)
  } catch (error) {
    if (error instanceof StateError) return ""
    throw error
  }
}

const readOption = (option: Value): HearOption => {
  if (option instanceof MapValue) {
    const label = wordsFor(option.entries.get("label") ?? option)
    return { label, value: wordsFor(option.entries.get("value") ?? label) }
  }
  const label = wordsFor(option)
  return { label, value: label }
}

const readOptions = (operand: OperandValue | undefined): HearOption[] => {
  const values = Array.isArray(operand) ? (operand as readonly Value[]) : []
  /** `AS MENU list`: one operand that is a list holds the choices. */
  const choices = values.length === 1 && values[0] instanceof ListValue ? values[0].items : values
  return choices.map(readOption).filter(({ label }) => label.trim() !== "")
}

/** Begins to wait for what a HEAR effect asks. */
export const startHear = (operands: Effect["operands"]): HearWait => {
  const { type, prompt, fallback, timeoutSeconds } = operands
  const options = readOptions(operands.options)
  const named = typeof type === "string" ? canonicalHearType(type) : null
  const kind = options.length > 0 ? "MENU" : named === "MENU" || named === null ? "TEXT" : named
  const seconds = typeof timeoutSeconds === "number" ? timeoutSeconds : Number.NaN
  const question = isValue(prompt) ? wordsFor(prompt) : ""
  return {
    type: kind,
    options,
    acceptsOther: operands.acceptsOther === true,
    prompt: question === "" ? null : question,
    fallback: isValue(fallback) && fallback !== null ? { value: toJson(fallback) } : null,
    timeoutSeconds: seconds >= 0 ? seconds : null,
    isSecret: secretTypes.has(kind),
    refusals: 0,
    ...readEntity(operands.entity),
  }
}

/** Whoever performs the effect puts the definition in the place of its name; a name alone takes any answer. */
const readEntity = (operand: OperandValue | undefined): { entity?: EntityDefinition } =>
  operand instanceof MapValue ? { entity: toJson(operand) as unknown as EntityDefinition } : {}
