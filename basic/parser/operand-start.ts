import { countPlaceholder } from "../lexer/placeholder.ts"
import type { Token } from "../lexer/token.ts"
import type { LineReader } from "./reader.ts"

/** Words that join or end operands, and so never begin one after a command's phrase. */
const clauseWords = new Set(
  (
    "AND OR THEN ELSE MOD LIKE CONTAINS IN IS BETWEEN STARTS ENDS TO STEP DO AS WITH WHERE BY ORDER GOTO INTO " +
    "TIMEOUT DEFAULT NOT FOR"
  ).split(" "),
)
const alwaysClause = new Set(["AND", "OR", "THEN", "ELSE"])
/** `x NOT IN y`: the NOT belongs to the operator. */
const comparing = new Set(["IN", "LIKE", "CONTAINS", "BETWEEN", "STARTS", "ENDS"])
const openers = new Set(["(", "{", "#{"])

/**
 * Says whether an operand may begin at the next token, read behind the phrase of a command.
 *
 * Shape: a sign begins one only when it touches what follows and not what precedes (`WAIT -1`, not
 *        `wait - 1`); a `[` only when it does not touch the phrase. Clause words begin one only when
 *        nothing but an operand could make sense of them (`SEND to, subject`).
 */
export function isOperandStart(reader: LineReader): boolean {
  const token = reader.peek()
  if (reader.endsInline()) return false
  if (token.kind === "text" || token.kind === "number" || token.kind === "strange") return true
  if (token.kind === "word" && isLoopDo(reader)) return false
  if (token.kind === "word")
    return isRepeated(reader) || isNameStart(token.upper, reader.peek(1), reader.peek(2))
  if (token.kind !== "symbol") return false
  if (openers.has(token.text)) return true
  if (token.text === "[") return token.hasSpaceBefore
  if (token.text === "-" || token.text === "+")
    return token.hasSpaceBefore && !reader.peek(1).hasSpaceBefore
  return token.text === "${" || countPlaceholder(reader.tokens, reader.index) > 0
}

const loops: ReadonlySet<string> = new Set(["FOR", "FOREACH", "WHILE"])

/** `FOR EACH row IN FIND "rows" DO`: the last word belongs to the loop. */
const isLoopDo = (reader: LineReader): boolean => {
  const first = reader.tokens[0]
  const isLast = reader.isWord("DO") && reader.peek(1).kind === "end"
  return isLast && first?.kind === "word" && loops.has(first.upper)
}

/** `SEND MAIL TO to SUBJECT subject`: the second of two equal words is a variable. */
const isRepeated = (reader: LineReader): boolean => {
  const [before, token] = [reader.peek(-1), reader.peek()]
  return before.kind === "word" && token.kind === "word" && before.upper === token.upper
}

function isNameStart(upper: string, follower: Token, next: Token): boolean {
  if (upper === "LIMIT" || upper === "OFFSET") return !isCount(follower)
  if (!clauseWords.has(upper)) return true
  if (upper === "MOD" || upper === "CONTAINS") return isTouchingOpener(follower)
  if (upper === "IS")
    return follower.kind === "word" && (follower.upper === "NUMERIC" || follower.upper === "ACTIVE")
  if (upper === "NOT") return !(follower.kind === "word" && comparing.has(follower.upper))
  if (alwaysClause.has(upper) || comparing.has(upper)) return false
  if (follower.kind === "end") return true
  if (follower.kind !== "symbol") return false
  const isSum = follower.text === "+" && next.hasSpaceBefore
  return isSum || [",", ".", ")"].includes(follower.text)
}

/** `LIMIT 5`, `LIMIT n`: rows are counted; any other limit is a variable. */
const isCount = (follower: Token): boolean =>
  follower.kind === "number" || (follower.kind === "word" && !clauseWords.has(follower.upper))

/** MOD is an operator, and a function where its arguments follow directly. */
export const isTouchingOpener = (token: Token): boolean =>
  token.kind === "symbol" && token.text === "(" && !token.hasSpaceBefore
