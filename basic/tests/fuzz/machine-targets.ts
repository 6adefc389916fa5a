import { checkSource } from "../../analyzer/check-source.ts"
import { compile } from "../../ir/compile.ts"
import { StateError } from "../../vm/errors.ts"
import { freeze } from "../../vm/freeze.ts"
import { type LoadedProgram, load } from "../../vm/load.ts"
import { defaultTurnLimits } from "../../vm/outcome.ts"
import type { VmState } from "../../vm/state.ts"
import { turn } from "../../vm/testing/run-source.ts"
import { thaw } from "../../vm/thaw.ts"
import { beginTurn, createState, resume, run } from "../../vm/turn.ts"
import type { Json } from "../../vm/value.ts"
import { legalText, mutateJson } from "./inputs.ts"
import type { Target } from "./target.ts"

/** Small, so that a program that never ends is stopped soon. */
const limits = { ...defaultTurnLimits, instructions: 50_000, textChars: 20_000, cells: 5000 }
const mostEffects = 200

/** Compiles a text; null when it has errors. */
function loadText(source: string): LoadedProgram | null {
  const { program, diagnostics } = checkSource(source)
  if (diagnostics.some(({ severity }) => severity === "error")) return null
  return load(compile(program, undefined, source), "hash")
}

/** Runs on until the program ends or has asked for much; every effect is answered with null. */
function goOn(program: LoadedProgram, state: VmState): string | null {
  beginTurn(state, turn, limits)
  for (let count = 0; count < mostEffects; count++) {
    const outcome = run(program, state)
    if (outcome.kind === "effect") resume(program, state, { kind: "value", value: null })
    else if (outcome.kind === "fault")
      return outcome.fault.message === "" ? "a fault says nothing" : null
    else return null
  }
  return null
}

const machine: Target = {
  name: "vm",
  promise: "runs any program to an end, an effect or a fault within its budget",
  make: legalText,
  check(source) {
    const program = loadText(source)
    return program === null ? null : goOn(program, createState(program))
  },
}

const mark = "\n--- state ---\n"

/** A program and a state of it that somebody changed. */
const states: Target = {
  name: "state",
  promise: "refuses a state that is none, and goes on from any other within its budget",
  make(mutator) {
    const source = legalText(mutator)
    const program = loadText(source)
    if (program === null) return source
    const state = createState(program)
    beginTurn(state, turn, limits)
    for (let count = mutator.below(6); count >= 0; count--) {
      if (run(program, state).kind !== "effect") break
      if (count > 0) resume(program, state, { kind: "value", value: null })
    }
    return `${source}${mark}${JSON.stringify(mutateJson(freeze(state), mutator))}`
  },
  check(input) {
    const [source = "", text] = input.split(mark)
    const program = loadText(source)
    if (program === null || text === undefined) return null
    const json = readJson(text)
    if (json === undefined) return null
    let state: VmState
    try {
      state = thaw(program, json)
    } catch (error) {
      if (error instanceof StateError) return null
      throw error
    }
    const again = JSON.stringify(freeze(thaw(program, freeze(state))))
    if (again !== JSON.stringify(freeze(state))) return "freezing twice gives another state"
    if (state.status === "waiting") {
      beginTurn(state, turn, limits)
      resume(program, state, { kind: "value", value: null })
    }
    return goOn(program, state)
  },
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

export const machineTargets: readonly Target[] = [machine, states]
