import {
  beginTurn,
  compile,
  createState,
  type Effect,
  type LoadedProgram,
  load,
  parse,
  resume,
  run,
  toText,
  type VmState,
} from "#basic"
import type { Engine } from "../engine.ts"
import type { Talker } from "../program.ts"

const turn = { nowMs: 0, seed: 1, zone: { name: "UTC", untils: [], offsets: [0] } }
/** Looks at the clock as often as the server does, but never has to let others go first. */
const shouldPause = () => performance.now() < 0

/** Our machine as the server runs it: every instruction metered, the turn's usual limits, a new turn at each answer. */
export const botwright: Engine = {
  name: "botwright",
  version: "this copy",
  prepare({ basic }, talker) {
    const { program, diagnostics } = parse(basic)
    const errors = diagnostics.filter(({ severity }) => severity === "error")
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))
    const loaded = load(compile(program, undefined, basic), "bench")
    return () => runToEnd(loaded, talker)
  },
}

function runToEnd(program: LoadedProgram, talker: Talker): unknown {
  const state = createState(program)
  beginTurn(state, turn)
  for (;;) {
    const outcome = run(program, state, shouldPause)
    if (outcome.kind === "done") return outcome.value
    if (outcome.kind === "fault") throw new Error(outcome.fault.message)
    if (outcome.kind === "effect") answer(program, state, outcome.effect, talker)
  }
}

function answer(program: LoadedProgram, state: VmState, effect: Effect, talker: Talker) {
  if (effect.keyword === "HEAR") {
    beginTurn(state, turn)
    return resume(program, state, { kind: "value", value: talker.hear() })
  }
  talker.talk(toText(effect.operands.text as string))
  resume(program, state, { kind: "value", value: null })
}
