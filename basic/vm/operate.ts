import { toText } from "../format/to-text.ts"
import { opcodeNumber } from "../ir/opcodes.ts"
import { combine, concat } from "./arithmetic.ts"
import { contains, endsWith, startsWith } from "./contain.ts"
import type { Env } from "./env.ts"
import { isLike } from "./like.ts"
import type { Value } from "./value.ts"

/** Carries out the operators that are rarely hot, by the number of their instruction. */
export function operate(env: Env, opcode: number, a: Value, b: Value): Value {
  switch (opcode) {
    case opcodeNumber.POWER:
      return combine(env, "^", a, b)
    case opcodeNumber.CONCAT:
      return concat(env, a, b)
    case opcodeNumber.LIKE:
      return isLike(env, toText(a, env), toText(b, env))
    case opcodeNumber.CONTAINS:
      return contains(env, a, b)
    case opcodeNumber.IN:
      return contains(env, b, a)
    case opcodeNumber.STARTS_WITH:
      return startsWith(env, a, b)
    default:
      return endsWith(env, a, b)
  }
}
