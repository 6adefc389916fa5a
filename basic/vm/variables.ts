import { StateError } from "./errors.ts"
import { toJson } from "./json.ts"
import type { VmState } from "./state.ts"
import type { Json, Value } from "./value.ts"

/** Lists the script-level variables for people to look at, in the order the program names them. */
export const readVariables = (state: VmState): { name: string; value: Json }[] =>
  state.program.bundle.variables.map((name, slot) => ({
    name,
    value: show(state.globals[slot] ?? null),
  }))

function show(value: Value): Json {
  try {
    return toJson(value)
  } catch (error) {
    if (error instanceof StateError) return error.message
    throw error
  }
}
