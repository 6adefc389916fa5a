/** Reads what one line of a test does: one function for each first word. */
import { findNearest } from "../diagnostics/nearest.ts"
import { readAdditive, readExpression } from "../parser/expressions.ts"
import type { LineReader } from "../parser/reader.ts"
import type { AnswerAct, TestAct } from "./nodes.ts"
import { readExpectation } from "./read-expectation.ts"
import { readLiteral } from "./read-literal.ts"
import { readEntry, takeKeyword, takeScope } from "./read-parts.ts"
import { findUnitSeconds } from "./units.ts"

type ActReader = (reader: LineReader) => TestAct

const examples: Readonly<Record<string, string>> = {
  USE: 'USE "shop.bas"',
  AT: 'AT "2030-05-01 09:00"',
  SAY: 'SAY "Ana"',
  CHOOSE: 'CHOOSE "Sales"',
  ANSWER: "ANSWER GET WITH { price: 5 }",
  EXPECT: 'EXPECT "Hello, Ana."',
  SET: 'SET BOT MEMORY "visits", 3',
  SEND: 'SEND FILE "photo.jpg"',
}

const readers: Readonly<Record<string, ActReader>> = {
  USE: (reader) => ({ kind: "use", path: readLiteral(reader, "USE", 'USE "shop.bas"') }),
  AT: readAt,
  SET: readSet,
  ANSWER: readAnswer,
  START: (reader) => ({
    kind: "start",
    text: reader.takeWord("WITH") ? readExpression(reader) : null,
  }),
  SAY: (reader) => ({ kind: "say", text: readExpression(reader) }),
  CHOOSE: (reader) => ({ kind: "choose", choice: readExpression(reader) }),
  SEND: (reader) => {
    reader.needWord("FILE", "SEND")
    return { kind: "sendFile", file: readExpression(reader) }
  },
  SKIP: readSkip,
  RESTART: () => ({ kind: "restart" }),
  EXPECT: (reader) => ({ kind: "expect", expectation: readExpectation(reader) }),
}

export const firstWords = ["TEST", ...Object.keys(readers)]

/** Fails with a diagnostic when the line is none of a test. */
export function readAct(reader: LineReader, hasComment: boolean): TestAct {
  const token = reader.peek()
  const word = token.kind === "word" ? token.upper : ""
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined
  if (read === undefined) {
    reader.failAtText()
    const nearest = findNearest(word, firstWords)
    return reader.fail("basic.test_unknown_line", token, { found: reader.show(), nearest })
  }
  reader.take()
  const example = examples[word]
  if (reader.isAtEnd() && example !== undefined)
    reader.fail("basic.missing_operand", reader.peek(), {
      keyword: word,
      example,
      hasComment: hasComment ? 1 : 0,
    })
  return read(reader)
}

function readAt(reader: LineReader): TestAct {
  const time = readAdditive(reader)
  return { kind: "at", time, zone: reader.takeWord("IN") ? readAdditive(reader) : null }
}

function readSet(reader: LineReader): TestAct {
  if (reader.takeWord("VARIABLE")) {
    const name = reader.takeName("the name of a variable")
    if (!reader.takeSymbol("=")) reader.failExpecting(`= after ${name}`)
    return { kind: "setVariable", name, value: readExpression(reader) }
  }
  if (reader.takeWord("LANGUAGE")) return { kind: "setLanguage", language: readExpression(reader) }
  const scope = takeScope(reader)
  if (scope === null)
    return reader.failExpecting("VARIABLE, LANGUAGE, BOT MEMORY, USER MEMORY or SESSION behind SET")
  return { kind: "setMemory", scope, ...readEntry(reader) }
}

function readAnswer(reader: LineReader): AnswerAct {
  const keyword = takeKeyword(reader)
  const where = reader.takeWord("WHERE") ? readExpression(reader) : null
  const isFailure = reader.takeWord("FAILS")
  if (!isFailure && !reader.takeWord("WITH")) reader.failExpecting("WITH and a value, or FAILS")
  return { kind: "answer", keyword, where, isFailure, reply: readExpression(reader) }
}

function readSkip(reader: LineReader): TestAct {
  if (reader.isAtEnd()) return { kind: "skip", amount: null, unitSeconds: 1 }
  const amount = readAdditive(reader)
  const token = reader.peek()
  if (token.kind !== "word") return { kind: "skip", amount, unitSeconds: 1 }
  const unitSeconds = findUnitSeconds(token.upper)
  if (unitSeconds === null)
    return reader.fail("basic.test_unknown_unit", token, { found: token.text })
  reader.take()
  return { kind: "skip", amount, unitSeconds }
}
