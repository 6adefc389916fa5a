import { opcodeNumber } from "../ir/opcodes.ts"
import type { VmState } from "./state.ts"

/** The variable in which the answer that was just handed over is kept; null when it goes elsewhere. */
export const findAnswerTarget = ({ program, pc }: VmState): string | null => {
  if (program.code[pc] !== opcodeNumber.STORE_GLOBAL) return null
  return program.bundle.variables[program.code[pc + 1] as number] ?? null
}
