/** What manuals write in the place of something else: `<name>` and `...`. */
import type { Token } from "./token.ts"

const longestPlaceholder = 12

export const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === "symbol" && token.text === text

/** How many tokens at `index` stand for something else: `<name>`, `...`; 0 when none do. */
export function countPlaceholder(tokens: readonly Token[], index: number): number {
  const first = tokens[index]
  if (first?.kind === "strange") return first.text === "\u2026" ? 1 : 0
  if (isSign(first, ".")) {
    const isWhole = isSign(tokens[index + 1], ".") && isSign(tokens[index + 2], ".")
    return isWhole ? 3 : 0
  }
  if (!isSign(first, "<") || tokens[index + 1]?.hasSpaceBefore) return 0
  for (let count = 1; count < longestPlaceholder; count++) {
    const token = tokens[index + count]
    if (isSign(token, ">")) return count > 1 && token?.hasSpaceBefore === false ? count + 1 : 0
    if (token?.kind !== "word" && !isSign(token, "-") && !isSign(token, "/")) return 0
  }
  return 0
}

/** The tokens end with a placeholder, whose last sign is no operator. */
export function endsWithPlaceholder(tokens: readonly Token[]): boolean {
  const { length } = tokens
  if (!isSign(tokens[length - 1], ">") && !isSign(tokens[length - 1], ".")) return false
  for (let index = length - 1; index >= Math.max(0, length - longestPlaceholder); index--)
    if (countPlaceholder(tokens, index) === length - index) return true
  return false
}
