import { print, readGraph, toAst } from "#basic"
import { type Command, exitCodes, FileProblem } from "../command.ts"
import { readTextFile } from "../read-file.ts"

export const printGraph: Command = {
  name: "print-graph",
  usage: "print-graph FILE.json",
  summary: "Prints the script of a graph that was written as JSON.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) => {
    const file = files[0] as string
    const read = readGraph(readTextFile(file, terminal))
    if (!read.ok) throw new FileProblem(`${file}: ${read.message}`)
    terminal.out(print(toAst(read.graph)))
    return exitCodes.fine
  },
}
