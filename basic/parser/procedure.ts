import type { Statement } from "../ast/nodes.ts"
import { headOf, listTrailing } from "./block-reader.ts"
import { type Opening, placeOf } from "./loops.ts"
import type { LineReader } from "./reader.ts"

/** `SUB name[(a, b)]` ... `END SUB`, and the same with FUNCTION. Fails when the first line cannot be read. */
export function readProcedure(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  const word = reader.isWord("SUB") ? "SUB" : "FUNCTION"
  reader.take()
  const name = reader.takeName(`the name of the ${word}`)
  const params = reader.takeSymbol("(") ? readParams(reader) : []
  if (word === "FUNCTION" && reader.takeWord("AS")) reader.takeName("a type")
  reader.needEnd(`The first line of ${word} ${name}`)
  blocks.index++
  const kind = word === "SUB" ? "sub" : "function"
  const read = blocks.readBlock(kind)
  const found = blocks.takeCloser(kind, headOf(line), `${word} ${name}`)
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return {
    kind: "ProcedureStatement",
    word,
    name,
    params,
    body: { ...read, closing },
    ...placeOf(opening),
  }
}

function readParams(reader: LineReader): string[] {
  const params: string[] = []
  while (!reader.isSymbol(")")) {
    if ((reader.isWord("BYVAL") || reader.isWord("BYREF")) && reader.peek(1).kind === "word")
      reader.take()
    params.push(reader.takeName("the name of a parameter"))
    if (reader.takeWord("AS")) reader.takeName("a type")
    if (!reader.takeSymbol(",")) break
  }
  if (!reader.takeSymbol(")")) reader.failExpecting(") after the parameters")
  return params
}
