import type { Token } from "../lexer/token.ts"

/** Where the THEN of a line stands; -1 without one. `.then` is the name of a member. */
export const findThen = (tokens: readonly Token[]): number =>
  tokens.findIndex(
    (token, index) =>
      token.kind === "word" && token.upper === "THEN" && !isMemberSign(tokens[index - 1]),
  )

const isMemberSign = (token: Token | undefined): boolean =>
  token?.kind === "symbol" && (token.text === "." || token.text === "?.")

/** Words that begin a statement and are hardly ever names, so that they end a condition without THEN. */
const statementWords = new Set(
  "TALK PRINT GOTO GOSUB EXIT RETURN HEAR CALL BREAK CONTINUE THROW WAIT".split(" "),
)

/** `THEN:` and `THEN;` end their line all the same. */
const isMark = (token: Token | undefined): boolean =>
  token?.kind === "symbol" && (token.text === ":" || token.text === ";")

/** Says whether an IF has its statement on its own line, be it that THEN was forgotten before it. */
export function isInlineIf(tokens: readonly Token[]): boolean {
  const then = findThen(tokens)
  if (then >= 0) return tokens[then + (isMark(tokens[then + 1]) ? 2 : 1)]?.kind !== "end"
  return tokens.some(
    (token, index) =>
      index >= 2 &&
      token.kind === "word" &&
      statementWords.has(token.upper) &&
      isValueEnd(tokens[index - 1]),
  )
}

const joiningWords = new Set([
  "AND",
  "OR",
  "NOT",
  "MOD",
  "LIKE",
  "CONTAINS",
  "IN",
  "IS",
  "BETWEEN",
  "WITH",
])

function isValueEnd(token: Token | undefined): boolean {
  if (token?.kind === "word") return !joiningWords.has(token.upper)
  if (token?.kind === "symbol") return [")", "]"].includes(token.text)
  return token?.kind === "number" || token?.kind === "text"
}
