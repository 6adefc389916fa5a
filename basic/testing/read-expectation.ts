import { findNearest } from "../diagnostics/nearest.ts"
import { canonicalHearType, hearTypes } from "../hear/types.ts"
import { readExpression } from "../parser/expressions.ts"
import type { LineReader } from "../parser/reader.ts"
import type { Expectation, Matcher } from "./nodes.ts"
import { readEntry, takeKeyword, takeScope } from "./read-parts.ts"

type ExpectationReader = (reader: LineReader) => Expectation

const readers: Readonly<Record<string, ExpectationReader>> = {
  NOTHING: () => ({ kind: "nothing" }),
  CHOICES: (reader) => ({ kind: "choices", labels: readList(reader) }),
  VARIABLE: (reader) => ({ kind: "variable", condition: readExpression(reader) }),
  EFFECT: (reader) => readEffect(reader, false),
  NO: (reader) => {
    reader.needWord("EFFECT", "EXPECT NO")
    return readEffect(reader, true)
  },
  WAITING: readWaiting,
  END: (reader) => ({
    kind: "end",
    value: reader.takeWord("WITH") ? readExpression(reader) : null,
  }),
  ERROR: (reader) => ({ kind: "error", matcher: reader.isAtEnd() ? null : readMatcher(reader) }),
}

const firstWords = [...Object.keys(readers), "CONTAINS", "LIKE", "NOT", "BOT MEMORY", "USER MEMORY"]

/** Reads what stands behind EXPECT. */
export function readExpectation(reader: LineReader): Expectation {
  const scope = takeScope(reader)
  if (scope !== null) return { kind: "memory", scope, ...readEntry(reader) }
  const token = reader.peek()
  const word = token.kind === "word" ? token.upper : ""
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined
  if (read !== undefined) {
    reader.take()
    return read(reader)
  }
  failAtStrangeWord(reader, word)
  return { kind: "message", matcher: readMatcher(reader) }
}

/** A word alone, or before something that no operator joins to it, is a slip and no variable. */
function failAtStrangeWord(reader: LineReader, word: string) {
  if (word === "" || ["CONTAINS", "LIKE", "NOT"].includes(word)) return
  const next = reader.peek(1)
  if (next.kind === "symbol") return
  const nearest = findNearest(word, firstWords)
  reader.fail("basic.test_unknown_expectation", reader.peek(), { found: reader.show(), nearest })
}

function readMatcher(reader: LineReader): Matcher {
  const isNegated = reader.takeWord("NOT")
  const how = reader.takeWord("CONTAINS") ? "contains" : reader.takeWord("LIKE") ? "like" : "is"
  return { how, isNegated, text: readExpression(reader) }
}

function readList(reader: LineReader) {
  const items = [readExpression(reader)]
  while (reader.takeSymbol(",")) items.push(readExpression(reader))
  return items
}

function readEffect(reader: LineReader, isNegated: boolean): Expectation {
  const keyword = takeKeyword(reader)
  const where = reader.takeWord("WHERE") ? readExpression(reader) : null
  return { kind: "effect", keyword, where, isNegated }
}

function readWaiting(reader: LineReader): Expectation {
  if (reader.isAtEnd()) return { kind: "waiting", type: null }
  const token = reader.peek()
  const word = token.kind === "word" ? token.upper : ""
  const type = word === "PAUSE" ? "TIME" : canonicalHearType(word)
  if (type === null) {
    const nearest = findNearest(word, ["PAUSE", ...hearTypes])
    return reader.fail("basic.test_unknown_wait", token, { found: reader.show(), nearest })
  }
  reader.take()
  return { kind: "waiting", type: type.toLowerCase() }
}
