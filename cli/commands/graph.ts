import { parse, toGraph, writeGraph } from "#basic"
import { type Command, exitCodes } from "../command.ts"
import { readTextFile } from "../read-file.ts"

export const graph: Command = {
  name: "graph",
  usage: "graph FILE",
  summary: "Prints the graph of a script as JSON.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) => {
    const source = readTextFile(files[0] as string, terminal)
    terminal.out(writeGraph(toGraph(parse(source).program)))
    return exitCodes.fine
  },
}
