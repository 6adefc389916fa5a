import { expect } from "vitest"
import { checkSource } from "../../analyzer/check-source.ts"
import { compile } from "../../ir/compile.ts"
import { pretendUnknown } from "../../pretend/pretend-unknown.ts"
import { load } from "../../vm/load.ts"
import { defaultTurnLimits, type Outcome } from "../../vm/outcome.ts"
import { beginTurn, createState, resume, run } from "../../vm/turn.ts"
import { DateValue, DurationValue, ListValue, MapValue } from "../../vm/value.ts"
import { readVariables } from "../../vm/variables.ts"

/** What a program came to. `seen` is everything that left the machine, as one text. */
export interface Attempt {
  readonly isRefused: boolean
  readonly outcome: Outcome | null
  readonly seen: string
}

const turn = {
  nowMs: 1_773_500_966_000,
  seed: 7,
  zone: { name: "UTC", untils: [], offsets: [0] },
} as const
/** Attempts are short; a loop among them must not hold up the rest. */
const limits = { ...defaultTurnLimits, instructions: 200_000 }
const mostEffects = 50

/**
 * Runs a program as a hostile author's: unknown commands are pretended, so that what stands behind
 * them is reached too. Fails unless everything that comes out is a value of the language.
 */
export function attempt(source: string): Attempt {
  const { program, diagnostics } = checkSource(source)
  if (diagnostics.some(({ severity }) => severity === "error"))
    return { isRefused: true, outcome: null, seen: JSON.stringify(diagnostics) }
  const loaded = load(compile(pretendUnknown(program), undefined, source), "attempt")
  const state = createState(loaded)
  beginTurn(state, turn, limits)
  const seen: string[] = [JSON.stringify(diagnostics)]
  for (let count = 0; count < mostEffects; count++) {
    const outcome = run(loaded, state)
    if (outcome.kind === "effect") {
      for (const operand of Object.values(outcome.effect.operands)) seen.push(show(operand))
      resume(loaded, state, { kind: "value", value: null })
      continue
    }
    if (outcome.kind === "done") seen.push(show(outcome.value))
    if (outcome.kind === "fault") seen.push(`${outcome.fault.code} ${outcome.fault.message}`)
    seen.push(JSON.stringify(readVariables(state)))
    for (const value of state.globals) show(value)
    return { isRefused: false, outcome, seen: seen.join("\n") }
  }
  return { isRefused: false, outcome: null, seen: seen.join("\n") }
}

/** Writes a value; fails when it, or anything inside it, is none of the language. */
function show(value: unknown, depth = 0): string {
  if (value === null || ["boolean", "number", "string"].includes(typeof value)) return String(value)
  if (depth > 20) return "..."
  if (value instanceof ListValue) return show(value.items, depth)
  if (Array.isArray(value)) return `[${value.map((item) => show(item, depth + 1)).join(",")}]`
  if (value instanceof MapValue) {
    expect(Object.getPrototypeOf(value.entries)).toBe(Map.prototype)
    return [...value.entries].map(([key, item]) => `${key}:${show(item, depth + 1)}`).join(",")
  }
  if (value instanceof DateValue || value instanceof DurationValue) return JSON.stringify(value)
  throw new Error(`A value of the host came out: ${typeof value}`)
}

const intrinsics = [
  Object,
  Array,
  String,
  Number,
  Function,
  Map,
  Set,
  Date,
  Promise,
  RegExp,
  Symbol,
  Error,
  Reflect,
  JSON,
  Math,
] as const

/** Everything that hangs on the host's own objects, to compare before and after. */
export const describeHost = (): string =>
  JSON.stringify([
    Object.getOwnPropertyNames(globalThis).sort(),
    ...intrinsics.map((each) => [
      Object.getOwnPropertyNames(each).sort(),
      "prototype" in each ? Object.getOwnPropertyNames(each.prototype).sort() : [],
    ]),
  ])
