import { Raised } from "./errors.ts"
import type { Meter } from "./meter.ts"
import type { VmState } from "./state.ts"
import { nameKind } from "./truth.ts"
import type { Value } from "./value.ts"

/** Charges for a text that a built-in function gave back, and holds it to the limit. */
export const chargeText = (meter: Meter, text: string): void => {
  meter.needText(text.length)
  meter.spend(text.length >> 6)
}

/**
 * Calls the built-in function that a name means after a dot. `values` begin with what stands before it.
 *
 * Raises: `basic.no_method`, `basic.argument_count`.
 */
export const callMethod = (
  state: VmState,
  meter: Meter,
  nameIndex: number,
  values: Value[],
  isOptional: boolean,
): Value => {
  const [object = null] = values
  if (object === null && isOptional) return null
  const method = state.program.methods[nameIndex] ?? null
  const name = String(state.program.constants[nameIndex])
  if (method === null) throw new Raised("basic.no_method", { name, found: nameKind(object) })
  const [fewest, most] = method.arity
  if (values.length < fewest || values.length > most)
    throw new Raised("basic.argument_count", {
      name: `.${name}()`,
      expected: countWords(fewest - 1, most - 1),
      found: values.length - 1,
    })
  const result = method.evaluate(values, meter)
  if (typeof result === "string") chargeText(meter, result)
  return result
}

const countWords = (fewest: number, most: number): string => {
  const noun = most === 1 ? "argument" : "arguments"
  if (fewest === most) return `${fewest} ${noun}`
  return Number.isFinite(most) ? `${fewest} to ${most} ${noun}` : `at least ${fewest} arguments`
}
