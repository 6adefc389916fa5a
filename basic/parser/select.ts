import type {
  Block,
  Expression,
  SelectCase,
  SelectStatement,
  Statement,
  Trivia,
} from "../ast/nodes.ts"
import { type BlockReader, type CloserLine, headOf, listTrailing } from "./block-reader.ts"
import { findCloser } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { errorExpression } from "./if.ts"
import { type Opening, placeOf } from "./loops.ts"
import type { LineReader } from "./reader.ts"

type Parts = { cases: SelectCase[]; otherwise: SelectStatement["otherwise"] }

/**
 * `SELECT CASE e` or `SWITCH e`, then CASE parts. What stands above a CASE belongs to it.
 * Gives null when something other than CASE comes first; the block is then kept as text.
 */
export function readSelect(opening: Opening): Statement | null {
  const { blocks, reader } = opening
  const word = reader.isWord("SWITCH") ? "SWITCH" : "SELECT"
  reader.take()
  if (word === "SELECT") reader.needWord("CASE", "SELECT")
  const first = blocks.index++
  const above = blocks.takeLineNumbers()
  if (findCloser(blocks.peek()) === null && blocks.peek() !== undefined) {
    const at = headOf(blocks.peek() ?? opening.line)
    blocks.report("basic.unexpected", at, { expected: "CASE", found: "another statement" })
    blocks.index = first
    return null
  }
  const subject = readSubject(opening)
  const before = blocks.readBlock("select", above)
  const parts = readParts(opening, word, before.closing)
  const isEmpty = parts.cases.length === 0 && parts.otherwise === null
  const place = placeOf(opening)
  const leading = isEmpty ? [...place.leading, ...before.closing] : place.leading
  return { kind: "SelectStatement", word, subject, ...parts, ...place, leading }
}

function readSubject({ blocks, reader }: Opening): Expression {
  const from = reader.index
  const read = () => {
    const value = readExpression(reader)
    reader.needEnd("The value")
    return value
  }
  return blocks.attempt(read) ?? errorExpression(reader, from, null)
}

function readParts(opening: Opening, word: "SELECT" | "SWITCH", before: readonly Trivia[]): Parts {
  const { blocks, line } = opening
  const name = word === "SWITCH" ? "SWITCH" : "SELECT CASE"
  const parts: Parts = { cases: [], otherwise: null }
  let leading = before
  while (true) {
    const found = blocks.takeCloser("select", headOf(line), name)
    if (found === null) return parts
    if (found.closer.words.startsWith("END")) {
      blocks.attempt(() => found.reader.needEnd(found.closer.words))
      return addClosing(parts, listTrailing(found.line))
    }
    leading = readPart(opening, found, leading, parts)
  }
}

/** Reads one CASE and its body; gives the trivia that belongs to the next one. */
function readPart(
  { blocks }: Opening,
  found: CloserLine,
  leading: readonly Trivia[],
  parts: Parts,
): readonly Trivia[] {
  const { reader, line, closer } = found
  const isElse = closer.words === "DEFAULT" || isCaseElse(reader)
  const values = isElse ? [] : readValues(found, () => blocks.attempt(() => readValueList(reader)))
  if (isElse) blocks.attempt(() => readElseEnd(reader))
  const read = withoutBreak(blocks, blocks.readBlock("select"))
  const next = findCloser(blocks.peek())
  const isNextCase = next?.words === "CASE" || next?.words === "DEFAULT"
  const body = isNextCase ? { ...read, closing: [] } : read
  const { trailing } = line
  if (isElse && parts.otherwise === null) parts.otherwise = { body, leading, trailing }
  else {
    if (parts.otherwise !== null)
      blocks.report("basic.stray_closer", headOf(line), {
        found: "CASE",
        opener: "a place above CASE ELSE",
      })
    parts.cases.push({ values, body, leading, trailing })
  }
  return isNextCase ? read.closing : []
}

/** A CASE ends by itself: the BREAK of other languages at its end is left out, unless a loop stands around it. */
function withoutBreak(blocks: BlockReader, block: Block): Block {
  const last = block.statements.at(-1)
  if (last?.kind !== "ExitStatement" || last.what !== null || blocks.isInLoop()) return block
  blocks.report("basic.stray_character", last.span, { found: "BREAK" })
  const comment: Trivia[] = last.trailing === null ? [] : [{ kind: "Comment", text: last.trailing }]
  return {
    statements: block.statements.slice(0, -1),
    closing: [...last.leading, ...comment, ...block.closing],
  }
}

const isCaseElse = (reader: LineReader): boolean =>
  reader.isWord("ELSE") && (reader.peek(1).kind === "end" || reader.isSymbol(":", 1))

function readElseEnd(reader: LineReader) {
  reader.takeWord("ELSE")
  reader.takeSymbol(":")
  reader.needEnd("CASE ELSE")
}

function readValues({ reader }: CloserLine, read: () => Expression[] | null): Expression[] {
  const from = reader.index
  return read() ?? [errorExpression(reader, from, null)]
}

function readValueList(reader: LineReader): Expression[] {
  const values: Expression[] = []
  do {
    reader.isInList = true
    if (reader.isWord("IS")) reader.fail("basic.case_range", reader.peek(), { found: "IS" })
    values.push(readExpression(reader))
  } while (reader.takeSymbol(","))
  reader.takeSymbol(":")
  if (reader.isWord("TO")) reader.fail("basic.case_range", reader.peek(), { found: "TO" })
  reader.needEnd("CASE")
  return values
}

function addClosing(parts: Parts, added: readonly Trivia[]): Parts {
  if (added.length === 0) return parts
  if (parts.otherwise !== null) {
    const { body } = parts.otherwise
    return {
      ...parts,
      otherwise: { ...parts.otherwise, body: { ...body, closing: [...body.closing, ...added] } },
    }
  }
  const last = parts.cases.at(-1)
  if (last === undefined) return parts
  const body = { ...last.body, closing: [...last.body.closing, ...added] }
  return { ...parts, cases: [...parts.cases.slice(0, -1), { ...last, body }] }
}
