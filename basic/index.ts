/** The language: pure, synchronous, the same in a browser, on the server and in tests. The only public edge of `basic/`. */

export type { Bundle } from "./ir/bundle.ts"
export { compile } from "./ir/compile.ts"
export { disassemble } from "./ir/disassemble.ts"
export { BundleError } from "./ir/verify.ts"
export { StateError, type StateProblem } from "./vm/errors.ts"
export { freeze } from "./vm/freeze.ts"
export { fromJson, toJson, toText } from "./vm/json.ts"
export { type LoadedProgram, load, matchMessage } from "./vm/load.ts"
export type {
  Answer,
  Effect,
  Fault,
  OperandValue,
  Outcome,
  TurnContext,
  TurnLimits,
  ZoneTable,
} from "./vm/outcome.ts"
export { defaultTurnLimits } from "./vm/outcome.ts"
export type { VmState } from "./vm/state.ts"
export { thaw } from "./vm/thaw.ts"
export { beginTurn, createState, interrupt, resume, run } from "./vm/turn.ts"
export { DateValue, DurationValue, type Json, ListValue, MapValue, type Value } from "./vm/value.ts"
export { readVariables } from "./vm/variables.ts"
