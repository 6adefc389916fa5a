import { expect } from "vitest"
import { compile } from "../../ir/compile.ts"
import { parse } from "../../parser/parse.ts"
import { fromJson, toJson, toText } from "../json.ts"
import { type LoadedProgram, load } from "../load.ts"
import { type Answer, defaultTurnLimits, type Effect, type Outcome } from "../outcome.ts"
import type { VmState } from "../state.ts"
import { beginTurn, createState, resume, run } from "../turn.ts"
import type { Json } from "../value.ts"

/** 2026-03-14 15:09:26 UTC: a Saturday. */
export const turn = {
  nowMs: 1_773_500_966_000,
  seed: 7,
  zone: { name: "UTC", untils: [], offsets: [0] },
} as const

export interface RunOptions {
  /** Answers effects other than TALK and PRINT; null where it says nothing. */
  readonly answer?: (effect: Effect) => Json | Answer
  readonly inputs?: Readonly<Record<string, Json>>
  readonly limits?: Partial<typeof defaultTurnLimits>
}

export interface Run {
  /** Texts of TALK. */
  readonly said: readonly string[]
  /** Keywords of all effects, in order. */
  readonly effects: readonly string[]
  readonly outcome: Outcome
  readonly state: VmState
}

export function loadSource(source: string): LoadedProgram {
  const { program, diagnostics } = parse(source)
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
  return load(compile(program, undefined, source), "hash")
}

/** Runs a program to its end; what it says and asks for is kept. */
export function runSource(source: string, options: RunOptions = {}): Run {
  const program = loadSource(source)
  const inputs = Object.fromEntries(
    Object.entries(options.inputs ?? {}).map(([name, json]) => [name, fromJson(json)]),
  )
  const state = createState(program, inputs)
  beginTurn(state, turn, { ...defaultTurnLimits, ...options.limits })
  const said: string[] = []
  const effects: string[] = []
  for (;;) {
    const outcome = run(program, state)
    if (outcome.kind !== "effect") return { said, effects, outcome, state }
    const { effect } = outcome
    effects.push(effect.keyword)
    if (effect.keyword === "TALK") said.push(toText(effect.operands.text as string))
    resume(program, state, answerOf(effect, options))
  }
}

function answerOf(effect: Effect, options: RunOptions): Answer {
  const answer = effect.keyword === "TALK" ? null : (options.answer?.(effect) ?? null)
  if (isAnswer(answer)) return answer
  return { kind: "value", value: fromJson(answer) }
}

const isAnswer = (answer: Json | Answer): answer is Answer =>
  typeof answer === "object" && answer !== null && "kind" in answer

/** What a program returns, as JSON. Fails when it does not end. */
export function returnOf(source: string, options: RunOptions = {}): Json {
  const { outcome } = runSource(source, options)
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome))
  return toJson(outcome.value)
}

/** The value of an expression, as JSON. */
export const evaluate = (expression: string, inputs: RunOptions["inputs"] = {}): Json =>
  returnOf(`RETURN (${expression})`, { inputs })

/** The fault a program ends with. */
export function faultOf(source: string, options: RunOptions = {}) {
  const { outcome } = runSource(source, options)
  if (outcome.kind !== "fault") throw new Error(JSON.stringify(outcome))
  return outcome.fault
}
