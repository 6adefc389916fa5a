import { parse, toGraph, writeGraph } from "#basic"
import { type Command, exitCodes, UsageError } from "../command.ts"
import { printMermaid } from "../print-mermaid.ts"
import { readTextFile } from "../read-file.ts"

const writers: Readonly<Record<string, (source: string) => string>> = {
  json: (source) => writeGraph(toGraph(parse(source).program)),
  mermaid: printMermaid,
}

export const graph: Command = {
  name: "graph",
  usage: "graph [--format json|mermaid] FILE",
  summary: "Prints the graph of a script, as JSON or as a Mermaid flowchart.",
  options: { format: { type: "string" } },
  operands: [1, 1],
  run: ({ files, flags }, terminal) => {
    const format = String(flags.format ?? "json")
    const write = Object.hasOwn(writers, format) ? writers[format] : undefined
    if (write === undefined)
      throw new UsageError(`There is no format "${format}". Formats: json, mermaid.`)
    terminal.out(write(readTextFile(files[0] as string, terminal)))
    return exitCodes.fine
  },
}
