import { checkSource, print } from "#basic"
import { type Command, exitCodes } from "../command.ts"
import { readTextFile } from "../read-file.ts"

export const printCommand: Command = {
  name: "print",
  usage: "print FILE",
  summary: "Prints a script in the one format; lines that cannot be read stay as they are.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) => {
    const source = readTextFile(files[0] as string, terminal)
    terminal.out(print(checkSource(source).program))
    return exitCodes.fine
  },
}
