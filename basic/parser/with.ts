import type { Statement, WithField } from "../ast/nodes.ts"
import type { SourceLine } from "../lexer/token.ts"
import { type BlockReader, headOf, listInner, listTrailing } from "./block-reader.ts"
import { countPhrase, findCloser } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { type Opening, placeOf } from "./loops.ts"
import { readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"

/**
 * `WITH name`, lines `field = e` or `.field = e`, `END WITH`. Every line that is no field is reported;
 * the block is then kept as text, and null is given. Fails when END WITH is missing.
 */
export function readWith(opening: Opening): Statement | null {
  const { blocks, reader, line } = opening
  reader.take()
  const target = readPlace(reader, "the variable that gets the new object")
  reader.needEnd("WITH")
  blocks.index++
  const end = findEnd(blocks)
  if (end === null) {
    const facts = { opener: "WITH", closer: "END WITH" }
    return reader.fail("basic.unclosed_block", headOf(line), facts)
  }
  const fields: WithField[] = []
  let isReadable = true
  let above = blocks.takeLineNumbers()
  for (let next = blocks.peek(); next !== undefined && next !== end; next = blocks.peek()) {
    const field = blocks.attempt(() => readFieldLine(blocks, next))
    if (field === null) isReadable = false
    else fields.push({ ...field, leading: [...above, ...field.leading] })
    blocks.index++
    above = blocks.takeLineNumbers()
  }
  if (!isReadable) return null
  blocks.index++
  const closing = [...above, ...end.leading, ...listInner(end), ...listTrailing(end)]
  return { kind: "WithStatement", target, fields, closing, ...placeOf(opening) }
}

/** The line END WITH of the block at hand; null when the next WITH or the end of the text comes before it. */
function findEnd({ lines, index }: BlockReader): SourceLine | null {
  for (let at = index; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || opensWith(line)) return null
    if (findCloser(line)?.kinds.includes("with")) return line
  }
  return null
}

const opensWith = (line: SourceLine): boolean =>
  line.kind === "code" && countPhrase(line.tokens, "WITH") > 0 && line.tokens[1]?.kind === "word"

function readFieldLine(blocks: BlockReader, line: SourceLine): WithField {
  const reader = blocks.readerFor(line.kind === "code" ? line.tokens : [])
  if (line.kind !== "code")
    reader.fail("basic.unexpected", headOf(line), {
      expected: "a field or END WITH",
      found: "another statement",
    })
  const leading = [...line.leading, ...listInner(line)]
  return { ...readWithField(reader), leading, trailing: line.trailing }
}

function readWithField(reader: LineReader) {
  reader.takeSymbol(".")
  const name = reader.takeName("the name of a field, or END WITH")
  if (!reader.takeSymbol("=")) reader.failExpecting(`= after the field ${name}`)
  const value = readExpression(reader)
  reader.needEnd("The value")
  return { name, value }
}
