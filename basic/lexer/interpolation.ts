import { isLineBreak } from "./characters.ts"

/** Work left for looking for the ends of interpolations: keeps the lexer linear on hostile text. */
export interface Budget {
  steps: number
}

const deepestNesting = 20
const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" }

/**
 * Finds the `}` that ends the interpolation whose body begins at `start`, or null when there is none
 * on the same line with its brackets in order.
 */
export function findInterpolationEnd(
  source: string,
  start: number,
  limit: number,
  budget: Budget,
  depth = 0,
): number | null {
  const open: string[] = []
  for (let at = start; at < limit; at++) {
    if (--budget.steps < 0) return null
    const character = source[at] ?? ""
    if (isLineBreak(character)) return null
    if (character === '"' || character === "'" || character === "`") {
      const end = findQuoteEnd(source, at, limit, budget, depth)
      if (end === null) return null
      at = end
      continue
    }
    const closer = closers[character]
    if (closer !== undefined) open.push(closer)
    else if (character === "}" && open.length === 0) return at
    else if (character === ")" || character === "]" || character === "}") {
      if (open.pop() !== character) return null
    }
  }
  return null
}

function findQuoteEnd(
  source: string,
  start: number,
  limit: number,
  budget: Budget,
  depth: number,
): number | null {
  const quote = source[start]
  for (let at = start + 1; at < limit; at++) {
    if (--budget.steps < 0) return null
    const character = source[at]
    if (isLineBreak(character)) return null
    if (character === "\\" && quote !== "`") at++
    else if (character === quote) {
      if (source[at + 1] !== quote) return at
      at++
    } else if (
      quote === '"' &&
      character === "$" &&
      source[at + 1] === "{" &&
      depth < deepestNesting
    ) {
      at = findInterpolationEnd(source, at + 2, limit, budget, depth + 1) ?? at + 1
    }
  }
  return null
}
