import type { Block, DeferStatement, Statement } from "../ast/nodes.ts"
import { headOf, listTrailing } from "./block-reader.ts"
import { readExpression } from "./expressions.ts"
import { type Opening, placeOf } from "./loops.ts"
import type { LineReader } from "./reader.ts"

/** `TRY` ... `CATCH e` ... `END TRY`. */
export function readTry(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  reader.take()
  reader.takeSymbol(":")
  reader.needEnd("TRY")
  blocks.index++
  let body = blocks.readBlock("try")
  let variable: string | null = null
  let handler: Block | null = null
  while (true) {
    const found = blocks.takeCloser("try", headOf(line))
    if (found === null) break
    const added = listTrailing(found.line)
    if (found.closer.words !== "CATCH") {
      if (handler === null) body = close(body, added)
      else handler = close(handler, added)
      blocks.attempt(() => found.reader.needEnd("END TRY"))
      break
    }
    const name = blocks.attempt(() => readCaught(found.reader))
    const block = blocks.readBlock("try", added)
    if (handler === null) {
      variable = name
      handler = block
    } else {
      blocks.report("basic.stray_closer", headOf(found.line), { found: "CATCH", opener: "TRY" })
      handler = {
        statements: [...handler.statements, ...block.statements],
        closing: block.closing,
      }
    }
  }
  return { kind: "TryStatement", body, variable, handler, ...placeOf(opening) }
}

const close = (block: Block, added: Block["closing"]): Block => ({
  ...block,
  closing: [...block.closing, ...added],
})

/** `CATCH`, `CATCH e`, `CATCH (e)`, `CATCH e AS Exception`. */
function readCaught(reader: LineReader): string | null {
  reader.takeSymbol(":")
  if (reader.isAtEnd()) return null
  const isBracket = reader.takeSymbol("(")
  const name = reader.takeName("the variable that gets the error")
  if (isBracket && !reader.takeSymbol(")")) reader.failExpecting(`) after ${name}`)
  if (reader.takeWord("AS")) reader.takeName("a type")
  reader.needEnd("CATCH")
  return name
}

const units: Readonly<Record<string, DeferStatement["unit"]>> = {
  SECOND: "SECONDS",
  MINUTE: "MINUTES",
  HOUR: "HOURS",
  DAY: "DAYS",
  WEEK: "WEEKS",
}

/** `SCHEDULE IN n SECONDS DO` ... `END SCHEDULE`. */
export function readDefer(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  reader.index += reader.isWord("SCHEDULE_IN") ? 1 : 2
  const amount = readExpression(reader)
  const unit = readUnit(reader)
  reader.takeWord("DO")
  reader.needEnd("SCHEDULE IN")
  blocks.index++
  const read = blocks.readBlock("schedule")
  const found = blocks.takeCloser("schedule", headOf(line))
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return {
    kind: "DeferStatement",
    amount,
    unit,
    body: { ...read, closing },
    ...placeOf(opening),
  }
}

function readUnit(reader: LineReader): DeferStatement["unit"] {
  const token = reader.peek()
  if (token.kind !== "word" || token.upper === "DO") return "SECONDS"
  const unit = units[token.upper.replace(/S$/, "")]
  if (unit === undefined) return reader.failExpecting("SECONDS, MINUTES, HOURS, DAYS or WEEKS")
  reader.take()
  return unit
}
