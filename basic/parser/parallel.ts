import type { Statement } from "../ast/nodes.ts"
import type { Token } from "../lexer/token.ts"
import { headOf, listTrailing } from "./block-reader.ts"
import { type Opening, placeOf } from "./loops.ts"
import { findAction, takeStep } from "./workflow.ts"

/** `STEP 3: PARALLEL` alone on its line. */
export function isParallelLine(tokens: readonly Token[]): boolean {
  const at = findAction(tokens)
  const word = tokens[at]
  return at > 0 && word?.kind === "word" && word.upper === "PARALLEL" && tokens.length === at + 2
}

export function readParallel(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  reader.take()
  const step = takeStep(reader)
  blocks.index++
  const read = blocks.readBlock("parallel")
  const found = blocks.takeCloser("parallel", headOf(line))
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return { kind: "ParallelStatement", step, body: { ...read, closing }, ...placeOf(opening) }
}
