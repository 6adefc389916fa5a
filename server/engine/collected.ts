import { readVariables, type VmState } from "#basic"
import { findAnswerTarget } from "#basic/vm/answer-target.ts"
import type { Json } from "#basic/vm/value.ts"

/** What a turn collected, by the names of variables. */
export interface Collected {
  /** What questions were answered with; null for an answer that must not be shown. */
  readonly answers: Record<string, Json>
  /** What the program left in its variables when it ended. */
  left: Record<string, Json> | null
}

const mostNames = 100
/** A longer value is left out of tables: the conversation has it. Units: characters of JSON. */
const longestValue = 2_000

/** Notes the answer of a question that was just answered, under the variable it is kept in. */
export function collectAnswer({ answers }: Collected, vm: VmState, value: Json, isSecret: boolean) {
  const name = findAnswerTarget(vm)
  if (name === null || Object.keys(answers).length >= mostNames) return
  answers[name] = isSecret ? null : shorten(value)
}

/** Notes what a program that has ended leaves; settings, which every run begins with, are not its own. */
export function collectLeft(collected: Collected, vm: VmState) {
  const { bundle } = vm.program
  const settings = new Set(vm.ambient.map(({ slot }) => bundle.variables[slot]))
  const kept = readVariables(vm)
    .filter(({ name, value }) => value !== null && !settings.has(name))
    .slice(0, mostNames)
    .map(({ name, value }) => [name, shorten(value)] as const)
  if (kept.length > 0) collected.left = Object.fromEntries(kept)
}

function shorten(value: Json): Json {
  if (typeof value === "string") return value.slice(0, longestValue)
  if (typeof value !== "object" || value === null) return value
  return JSON.stringify(value).length <= longestValue ? value : "…"
}
