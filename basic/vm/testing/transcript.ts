import { freeze } from "../freeze.ts"
import { toJson } from "../json.ts"
import type { LoadedProgram } from "../load.ts"
import { type Answer, defaultTurnLimits, type Effect, type Outcome } from "../outcome.ts"
import { runSlice } from "../run.ts"
import type { VmState } from "../state.ts"
import { beginTurn, createState, resume } from "../turn.ts"
import type { Json } from "../value.ts"
import { turn } from "./run-source.ts"

const limits = { ...defaultTurnLimits, instructions: 60_000 }
const mostEffects = 60

/** Answers by number, so that two runs of a program get the same: values, failures and time-outs. */
function answer(effect: Effect, count: number): Answer {
  if (count % 7 === 5) return { kind: "failed", code: "http.refused", message: "It refused." }
  if (effect.keyword === "HEAR" && count % 4 === 3) return { kind: "timeout" }
  return { kind: "value", value: count % 3 === 0 ? `text ${count}` : count }
}

/**
 * Runs a program with fixed answers, each effect a turn of its own, and writes down all that can be
 * seen. `between` may replace the state wherever one can be kept; `chunk` sets the size of slices.
 */
export function writeTranscript(
  program: LoadedProgram,
  between: (state: VmState) => VmState = (state) => state,
  chunk?: number,
): Json[] {
  const lines: Json[] = []
  let state = createState(program)
  beginTurn(state, turn, limits)
  for (let count = 0; count < mostEffects; ) {
    const outcome = runSlice(state, chunk === undefined ? undefined : () => true, chunk)
    if (outcome.kind === "pause") continue
    lines.push(printOutcome(outcome))
    if (outcome.kind !== "effect") break
    state = between(state)
    beginTurn(state, { ...turn, seed: count }, limits)
    resume(program, state, answer(outcome.effect, count))
    count++
    if (state.status === "faulted") break
  }
  return [...lines, freezeOrSay(state)]
}

function freezeOrSay(state: VmState): Json {
  try {
    return freeze(state)
  } catch (error) {
    return String(error)
  }
}

/** An outcome as JSON; values that hold themselves are said to. */
function printOutcome(outcome: Outcome): Json {
  try {
    if (outcome.kind === "done") return ["done", toJson(outcome.value)]
    if (outcome.kind === "fault") return ["fault", { ...outcome.fault }]
    if (outcome.kind === "pause") return ["pause"]
    const { keyword, line, operands } = outcome.effect
    const shown = Object.entries(operands).map(
      ([name, value]): Json => [
        name,
        Array.isArray(value) ? value.map(toJson) : toJson(value as never),
      ],
    )
    return [keyword, line, shown]
  } catch (error) {
    return [outcome.kind, String(error)]
  }
}
