import type { Expression, Statement, TextBlockStatement, Trivia } from "../ast/nodes.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import { textBlockNames } from "../lexer/text-block.ts"
import type { TextBlockLine } from "../lexer/token.ts"
import { type BlockReader, brokenStatement } from "./block-reader.ts"
import { readExpression } from "./expressions.ts"
import { readParts } from "./interpolation.ts"

/** BEGIN TALK, BEGIN SYSTEM PROMPT and BEGIN MAIL, whose lines are text. */
export function readTextBlock(
  blocks: BlockReader,
  line: TextBlockLine,
  added: readonly Trivia[],
): Statement {
  blocks.index++
  const { source } = blocks.context
  const opening = {
    start: line.start,
    end:
      line.start +
      (/^[^\r\n]*/.exec(source.slice(line.start, line.start + 80))?.[0].trimEnd().length ?? 0),
  }
  const block = textBlockNames.find((name) => name === line.name)
  if (block === undefined) {
    const nearest = findNearest(line.name, textBlockNames)
    blocks.report("basic.unknown_block", opening, { found: line.name, nearest })
    return brokenStatement(source, line, line.end, added)
  }
  if (!line.isClosed) {
    blocks.report("basic.unclosed_block", opening, {
      opener: `BEGIN ${block}`,
      closer: `END ${block}`,
    })
    return brokenStatement(source, line, line.end, added)
  }
  return (
    blocks.attempt(() => readClosed(blocks, line, block, added)) ??
    brokenStatement(source, line, line.end, added)
  )
}

function readClosed(
  blocks: BlockReader,
  line: TextBlockLine,
  block: TextBlockStatement["block"],
  added: readonly Trivia[],
): TextBlockStatement {
  const reader = blocks.readerFor(line.header)
  const header: Expression | null =
    block === "MAIL" && !reader.isAtEnd() ? readExpression(reader) : null
  reader.needEnd(`BEGIN ${block}`)
  return {
    kind: "TextBlockStatement",
    block,
    header,
    parts: readParts(reader, line.segments, readExpression),
    span: { start: line.start, end: line.end },
    leading: [...added, ...line.leading],
    trailing: line.trailing,
  }
}
