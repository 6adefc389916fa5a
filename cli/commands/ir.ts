import { compile, disassemble } from "#basic"
import { type Command, exitCodes } from "../command.ts"
import { readProgram } from "../read-program.ts"

export const ir: Command = {
  name: "ir",
  usage: "ir FILE",
  summary: "Prints the compiled code of a script.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) => {
    const read = readProgram(files[0] as string, terminal)
    if (!read) return exitCodes.refused
    terminal.out(disassemble(compile(read.program, undefined, read.source)))
    return exitCodes.fine
  },
}
