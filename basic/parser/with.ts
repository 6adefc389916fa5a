import type { Statement, WithField } from "../ast/nodes.ts"
import { headOf, listInner, listTrailing } from "./block-reader.ts"
import { findCloser } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { type Opening, placeOf } from "./loops.ts"
import { readPlace } from "./place.ts"
import type { LineReader } from "./reader.ts"

/**
 * `WITH name`, lines `field = e` or `.field = e`, `END WITH`. Fails at the first line that is no
 * field, and when END WITH is missing; the block is then kept as text.
 */
export function readWith(opening: Opening): Statement {
  const { blocks, reader, line } = opening
  reader.take()
  const target = readPlace(reader, "the variable that gets the new object")
  reader.needEnd("WITH")
  blocks.index++
  const fields: WithField[] = []
  while (true) {
    const next = blocks.peek()
    if (next === undefined)
      return reader.fail("basic.unclosed_block", headOf(line), {
        opener: "WITH",
        closer: "END WITH",
      })
    if (findCloser(next)?.words === "END WITH") {
      blocks.index++
      const closing = [...next.leading, ...listInner(next), ...listTrailing(next)]
      return { kind: "WithStatement", target, fields, closing, ...placeOf(opening) }
    }
    const own = blocks.readerFor(next.kind === "code" ? next.tokens : [])
    if (next.kind !== "code")
      own.fail("basic.unexpected", headOf(next), {
        expected: "a field or END WITH",
        found: "another statement",
      })
    const leading = [...next.leading, ...listInner(next)]
    fields.push({ ...readWithField(own), leading, trailing: next.trailing })
    blocks.index++
  }
}

function readWithField(reader: LineReader) {
  reader.takeSymbol(".")
  const name = reader.takeName("the name of a field, or END WITH")
  if (!reader.takeSymbol("=")) reader.failExpecting(`= after the field ${name}`)
  const value = readExpression(reader)
  reader.needEnd("The value")
  return { name, value }
}
