import { ownVariables } from "./entries.ts"
import { StateError } from "./errors.ts"
import { toJson } from "./json.ts"
import type { VmState } from "./state.ts"
import type { Json, Value } from "./value.ts"

/**
 * Lists the script-level variables for people to look at, in the order the program names them: those of
 * the script the flow is in.
 */
export const readVariables = (state: VmState): { name: string; value: Json }[] => {
  const { bundle } = state.program
  const { first, count } = ownVariables(bundle, state.current)
  return bundle.variables.slice(first, first + count).map((name, index) => ({
    name,
    value: show(state.globals[first + index] ?? null),
  }))
}

function show(value: Value): Json {
  try {
    return toJson(value)
  } catch (error) {
    if (error instanceof StateError) return error.message
    throw error
  }
}
