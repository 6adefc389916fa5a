/**
 * Mistakes with words of their own. Each function looks at a place where reading has failed already, and
 * fails with the better words when it knows what was meant; nothing here ever changes what parses.
 */
import type { Expression } from "../ast/nodes.ts"
import { findFunction } from "../keywords/index.ts"
import type { Token, WordToken } from "../lexer/token.ts"
import { normalName } from "./normal-name.ts"
import type { LineReader } from "./reader.ts"

const foreignOperators: Readonly<Record<string, string>> = {
  ":=": "=",
  "=>": ">=",
  "=<": "<=",
  "===": "=",
  "!==": "<>",
  "++": "+= 1",
  "--": "-= 1",
  "**": "^",
  "->": ".",
  "<-": "=",
  "=!": "<>",
  "&=": "+=",
  "/*": "'",
  "*/": "'",
}

/** Words that compare elsewhere. */
const foreignWords: Readonly<Record<string, string>> = {
  EXISTS: "IS NOT NULL",
  EQUALS: "=",
  EQUAL: "=",
  EQ: "=",
  NE: "<>",
  ISNT: "<>",
  XOR: "<>",
  GREATER: ">",
  GT: ">",
  LESS: "<",
  LT: "<",
  MATCHES: "LIKE",
  HAS: "CONTAINS",
  INCLUDES: "CONTAINS",
  DOES: "NOT CONTAINS",
  BEGINS: "STARTS WITH",
  INSTANCEOF: "= TYPEOF(...)",
  UNLESS: "IF NOT",
  NOT: "IS NOT",
  DIV: "\\",
}

/** `IF x EQUALS 5`: behind a value such a word can only have been meant to compare. */
function failAtForeignWord(reader: LineReader) {
  const word = reader.peek()
  const { kind } = reader.peek(-1)
  if (word.kind !== "word" || reader.index === 0 || kind === "symbol") return
  if (!Object.hasOwn(foreignWords, word.upper)) return
  const { start, end } = word
  const instead = foreignWords[word.upper] ?? "="
  reader.fail("basic.foreign_operator", { start, end }, { found: word.text, instead })
}

/** An operator of another language, cut into ours by the lexer, stands around the next token. */
export function failAtForeignOperator(reader: LineReader) {
  failAtForeignWord(reader)
  const pairs = [
    [reader.peek(-1), reader.peek()],
    [reader.peek(), reader.peek(1)],
    [reader.peek(-2), reader.peek(-1)],
  ] as const
  for (const [first, second] of pairs) {
    if (first.kind !== "symbol" || second.kind !== "symbol" || second.hasSpaceBefore) continue
    const found = first.text + second.text
    const known = Object.hasOwn(foreignOperators, found) ? foreignOperators[found] : undefined
    const instead = found === "=>" && isArrow(reader, first) ? arrowAdvice : known
    if (instead !== undefined && first.end === second.start)
      reader.fail(
        "basic.foreign_operator",
        { start: first.start, end: second.end },
        { found, instead },
      )
  }
}

const arrowAdvice = 'MAP(list, "name") or FILTER(list, "seats > 2")'

/** `list.map(i => i.name)`: a function of JavaScript, and no comparison. */
function isArrow({ tokens }: LineReader, arrow: Token): boolean {
  const at = tokens.indexOf(arrow)
  const before = tokens[at - 2]
  return (
    tokens[at - 1]?.kind === "word" &&
    before?.kind === "symbol" &&
    (before.text === "(" || before.text === ",") &&
    tokens.some((token) => token.kind === "symbol" && token.text === ".")
  )
}

const sayingWords: ReadonlySet<string> = new Set([
  "TALK",
  "PRINT",
  "HEAR",
  "ADD SUGGESTION",
  "THROW",
])

/** Something follows what is complete: a text that was never quoted, or one that its own quotes cut. */
export function failAtText(reader: LineReader, after: string) {
  const before = reader.peek(-1)
  const token = reader.peek()
  const isTouching = !token.hasSpaceBefore
  failAtThen(reader)
  if (before.kind === "text" && isTouching && ["word", "number", "text"].includes(token.kind))
    reader.fail("basic.text_ended", token, { found: reader.show() })
  if (before.kind === "number" && token.kind === "word" && isTouching)
    failAtDigit(reader, before, token)
  if (after === "HEAR" && reader.isSymbol(",") && reader.peek(1).kind === "text")
    reader.fail("basic.missing_word", token, { keyword: "HEAR", word: "WITH" })
  failAtCall(reader, before, token)
  if (
    sayingWords.has(after) &&
    before.kind !== "word" &&
    reader.isSymbol(",") &&
    reader.peek(1).kind !== "end"
  )
    reader.fail("basic.takes_one_value", token, { keyword: after })
  if (!sayingWords.has(after) || before.kind !== "word") return
  if (after === "HEAR" && !reader.isWord("WITH", -2)) return
  const isText = token.kind === "word" || (after !== "HEAR" && reader.isSymbol(","))
  if (!isText) return
  const last = reader.tokens.at(-2) ?? token
  const span = { start: before.start, end: last.end }
  const found = reader.context.source.slice(span.start, span.end)
  reader.fail("basic.text_without_quotes", span, {
    found,
    before: after === "HEAR" ? "WITH" : after,
  })
}

/** `name = "Ana" THEN TALK "Hi"`: a condition whose IF is missing. */
function failAtThen(reader: LineReader) {
  const [first] = reader.tokens
  const begins = first?.kind === "word" ? first.upper : ""
  if (first === undefined || !reader.isWord("THEN") || /^(?:IF|ELSEIF|ELSE)$/.test(begins)) return
  reader.fail("basic.missing_word", first, { keyword: "THEN", word: "IF" })
}

/** `x = LEN name`: a function in front of what it is to work on. */
function failAtCall(reader: LineReader, before: Token, token: Token) {
  if (before.kind !== "word" || !["word", "text", "number"].includes(token.kind)) return
  if (reader.context.assigned.has(normalName(before.text))) return
  const known = findFunction(before.text)
  if (known === null || !token.hasSpaceBefore) return
  const operand = reader.context.source.slice(token.start, token.end)
  reader.fail("basic.needs_parentheses", before, { name: before.upper, operand })
}

function failAtDigit(reader: LineReader, number: Token, word: WordToken) {
  const digits = reader.context.source.slice(number.start, number.end)
  const span = { start: number.start, end: word.end }
  const isNumber = /^_[\d_]+$/.test(word.text)
  reader.fail("basic.not_a_name", span, {
    found: digits + word.text,
    fixed: isNumber ? digits + word.text.replaceAll("_", "") : word.text + digits,
    reason: "it begins with a digit",
  })
}

/** `LEN "abc"`: a function, written like a command. */
export function failAtFunction(reader: LineReader, words: string, wordTokens: number) {
  if (findFunction(words.replaceAll(" ", "_")) === null) return
  const first = reader.peek()
  const operand = reader.peek(wordTokens)
  const end = reader.peek(wordTokens - 1).end
  reader.fail(
    "basic.needs_parentheses",
    { start: first.start, end },
    {
      name: words.replaceAll(" ", "_"),
      operand: reader.context.source.slice(operand.start, operand.end),
    },
  )
}

/** `x <- 5`, which reads as `x < -5`. */
function failAtArrow(reader: LineReader, expression: Expression) {
  if (expression.kind !== "BinaryExpression" || expression.operator !== "<") return
  const at = reader.tokens.findIndex(({ start }) => start >= expression.left.span.end)
  const [sign, minus] = reader.tokens.slice(at, at + 2)
  if (minus?.kind !== "symbol" || minus.text !== "-" || minus.hasSpaceBefore || !sign) return
  const span = { start: sign.start, end: minus.end }
  reader.fail("basic.foreign_operator", span, { found: "<-", instead: "=" })
}

/** A comparison where a statement should be: a value was to be set, but not into a place. */
export function failAtComparison(reader: LineReader, expression: Expression) {
  failAtArrow(reader, expression)
  if (expression.kind !== "BinaryExpression" || expression.operator !== "=") return
  const { left, span } = expression
  const { source } = reader.context
  const target = source.slice(left.span.start, left.span.end)
  if (["NameExpression", "MemberExpression", "IndexExpression"].includes(left.kind))
    reader.fail("basic.compared_not_set", span, {
      found: source.slice(span.start, span.end),
      target,
    })
  if (
    left.kind === "BinaryExpression" &&
    left.operator === "-" &&
    /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(target)
  )
    reader.fail("basic.not_a_name", left.span, {
      found: target,
      fixed: target.replaceAll("-", "_"),
      reason: "- subtracts",
    })
  reader.fail("basic.invalid_place", left.span, { found: target })
}

const declaringWords: ReadonlySet<string> = new Set(
  "VAR INT INTEGER STRING NUMBER FLOAT DOUBLE DECIMAL BOOL BOOLEAN CHAR TEXT AUTO LOCAL GLOBAL".split(
    " ",
  ),
)

/** `var z = 5`, and `my name = "a"`. */
export function failAtDeclaration(reader: LineReader, first: WordToken) {
  const second = reader.peek(1)
  if (second.kind !== "word" || !reader.isSymbol("=", 2)) return
  if (declaringWords.has(first.upper))
    reader.fail("basic.no_declaration", first, { word: first.text, name: second.text })
  reader.fail(
    "basic.not_a_name",
    { start: first.start, end: second.end },
    {
      found: `${first.text} ${second.text}`,
      fixed: `${first.text}_${second.text}`,
      reason: "it has a blank",
    },
  )
}

/** What people call our statements elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
  SAY: "TALK",
  ECHO: "TALK",
  SHOW: "TALK",
  DISPLAY: "TALK",
  OUTPUT: "TALK",
  MESSAGE: "TALK",
  INPUT: "HEAR",
  PROMPT: "HEAR",
  QUESTION: "HEAR",
  SLEEP: "WAIT",
  PAUSE: "WAIT",
  DEF: "FUNCTION",
  FUNC: "FUNCTION",
  METHOD: "FUNCTION",
  PROCEDURE: "SUB",
  FOREVER: "DO",
  REPEAT: "DO",
  UNTIL: "LOOP UNTIL",
  JUMP: "GOTO",
  STOP: "EXIT",
  QUIT: "EXIT",
  FINALLY: "END TRY",
}

/** The statement that another name of it means; null when there is none. */
export const findOtherName = (upper: string): string | null =>
  Object.hasOwn(otherNames, upper) ? (otherNames[upper] ?? null) : null
