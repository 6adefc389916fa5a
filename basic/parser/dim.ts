import type { DimItem, Expression } from "../ast/nodes.ts"
import { makeAssignment } from "./assign.ts"
import type { BareStatement } from "./bare.ts"
import { readArguments } from "./bracket.ts"
import { expressionReaders } from "./expressions.ts"
import { readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"

/** `DIM a(5) AS STRING, b`, `REDIM PRESERVE a(10)`. Null when the word is no declaration. */
export function readDim(reader: LineReader): BareStatement | null {
  const next = reader.peek(1)
  if (next.kind === "end") {
    reader.take()
    reader.failExpecting("the name of a variable")
  }
  if (next.kind !== "word") return null
  const word = reader.isWord("DIM") ? "DIM" : "REDIM"
  reader.take()
  if (word === "DIM" && isSymbolBehindName(reader)) return readInitialised(reader)
  const isKept = word === "REDIM" && reader.isWord("PRESERVE") && reader.peek(1).kind === "word"
  if (isKept) reader.take()
  const items: DimItem[] = []
  do items.push(readItem(reader))
  while (reader.takeSymbol(","))
  return { kind: "DimStatement", word, isKept, items }
}

const isSymbolBehindName = (reader: LineReader): boolean =>
  reader.peek().kind === "word" &&
  (reader.isSymbol("=", 1) || (reader.isWord("AS", 1) && reader.isSymbol("=", 3)))

/** `DIM x = 1`, `DIM x AS INTEGER = 1`: as LET. */
function readInitialised(reader: LineReader): BareStatement {
  const target = readPlace(reader, "a variable")
  if (reader.takeWord("AS")) reader.takeName("a type")
  reader.take()
  const value = expressionReaders.full(reader)
  return makeAssignment(target, "=", value, false, null)
}

function readItem(reader: LineReader): DimItem {
  const name = reader.takeName("the name of a variable")
  const isSized = reader.isSymbol("(") || reader.isSymbol("[")
  const sizes = isSized ? readSizes(reader) : []
  const type = reader.takeWord("AS") ? reader.takeName("a type").toUpperCase() : null
  return { name, sizes, type }
}

function readSizes(reader: LineReader): Expression[] {
  if (reader.isSymbol("(") && isRange(reader)) return readRange(reader)
  if (reader.isSymbol("(")) return readArguments(reader, expressionReaders)
  const list = expressionReaders.full(reader)
  return list.kind === "ArrayLiteral" ? [...list.items] : [list]
}

/** `(1 TO 5)`. */
const isRange = (reader: LineReader): boolean =>
  reader.peek(1).kind === "number" && reader.isWord("TO", 2)

/** Elements count from 0 here, so that the upper end alone says how many there are. */
function readRange(reader: LineReader): Expression[] {
  reader.index += 3
  const size = expressionReaders.full(reader)
  if (!reader.takeSymbol(")")) reader.failExpecting(") after the size")
  return [size]
}
