import { lexRange } from "../lexer/lex.ts"
import type { Token } from "../lexer/token.ts"
import { plannedPhrases } from "./planned.ts"

const declaring: ReadonlySet<string> = new Set([
  "#workflow",
  ...plannedPhrases.filter((each) => each.isDeclaration).map(({ phrase }) => phrase),
])

/**
 * Says whether a statement that has no definition yet declares something about the script instead of
 * doing something: PARAM, TABLE, ON EMAIL ... END ON. The flow passes over those.
 *
 * Shape: `words` and `text` as in UnknownStatement. SET SCHEDULE declares with one operand; with more
 *        it is a command that starts another script.
 */
export function isDeclaration(words: string, text: string): boolean {
  return declaring.has(words) && (words !== "SET SCHEDULE" || hasOneOperand(text))
}

/** The code that says of a statement that it is not available yet. */
export const plannedCode = (words: string, text: string) =>
  isDeclaration(words, text) ? "basic.planned_declaration" : "basic.planned_keyword"

/** No comma, and nothing beside a text but an operator: `"0 9 " + day` is one operand, `"0 9" "a.bas"` two. */
function hasOneOperand(text: string): boolean {
  const tokens = lexRange(text, 0, text.length)
  return tokens.every((token, index) => {
    if (token.kind === "symbol" && token.text === ",") return isInBrackets(tokens, index)
    const next = tokens[index + 1]
    return token.kind !== "text" || next === undefined || ["symbol", "end"].includes(next.kind)
  })
}

const isInBrackets = (tokens: readonly Token[], index: number): boolean =>
  tokens.some((token, at) => token.kind === "symbol" && at < index && (token.match ?? -1) > index)
