import type { FoundEntity, ListedValue } from "./entity.ts"
import { readTokens, type Token } from "./tokens.ts"

interface Candidate extends FoundEntity {
  readonly mistakes: number
  readonly chars: number
}

/** How many letters may be wrong: one from five letters on, two from nine on. */
const allowedMistakes = (chars: number): number => (chars < 5 ? 0 : chars < 9 ? 1 : 2)

/** Finds a value of a list in a text: the one with the fewest mistakes, then the longest. */
export const findListed = (
  values: readonly ListedValue[],
  isFuzzy: boolean,
  text: string,
): FoundEntity | null => {
  const tokens = readTokens(text)
  let best: Candidate | null = null
  for (const { value, synonyms } of values) {
    for (const words of [value, ...synonyms]) {
      const found = findWords(value, readTokens(words), tokens, isFuzzy)
      if (found !== null && (best === null || isBetter(found, best))) best = found
    }
  }
  return best && { value: best.value, start: best.start, end: best.end }
}

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.mistakes < other.mistakes || (one.mistakes === other.mistakes && one.chars > other.chars)

const findWords = (
  value: string,
  words: readonly Token[],
  tokens: readonly Token[],
  isFuzzy: boolean,
): Candidate | null => {
  if (words.length === 0) return null
  const wanted = words.map(({ folded }) => folded).join(" ")
  const allowed = isFuzzy ? allowedMistakes(wanted.length) : 0
  let best: Candidate | null = null
  for (let at = 0; at + words.length <= tokens.length; at++) {
    const window = tokens.slice(at, at + words.length)
    const said = window.map(({ folded }) => folded).join(" ")
    const mistakes = countMistakes(wanted, said, allowed)
    if (mistakes > allowed || (best !== null && best.mistakes <= mistakes)) continue
    const [first, last] = [window[0] as Token, window[window.length - 1] as Token]
    best = { value, mistakes, chars: wanted.length, start: first.start, end: last.end }
  }
  return best
}

/** Letters that were changed, left out, put in or swapped; more than `allowed` are not counted on. */
export const countMistakes = (one: string, other: string, allowed: number): number => {
  if (one === other) return 0
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return allowed + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let least = Math.min(
        (last[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (last[column - 1] as number) + same,
      )
      const isSwapped =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1]
      if (isSwapped) least = Math.min(least, (before[column - 2] as number) + 1)
      line.push(least)
    }
    if (Math.min(...line) > allowed) return allowed + 1
    ;[before, last] = [last, line]
  }
  return last[other.length] as number
}
