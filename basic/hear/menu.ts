import { foldWord } from "./readers/boolean.ts"

/** One choice of a menu: the words on the button, and what it sends. */
export interface HearOption {
  readonly label: string
  readonly value: string
}

/** The only one that fits; null when none or several do. */
const findOnly = (
  options: readonly HearOption[],
  fits: (option: HearOption) => boolean,
): HearOption | null => {
  const found = options.filter(fits)
  return found.length === 1 ? (found[0] as HearOption) : null
}

const fold = (text: string): string => foldWord(text).replace(/\s+/g, " ").trim()

/**
 * Finds the choice a reply means: the exact text, the text in any case and without accents, its number
 * counted from 1, or a part that only one choice has. Where other answers are welcome a part is not
 * enough, for then it is more likely an answer of its own.
 */
export const findOption = (
  options: readonly HearOption[],
  reply: string,
  acceptsOther: boolean,
): HearOption | null => {
  const exact = options.find(({ label, value }) => label === reply || value === reply)
  if (exact) return exact
  const folded = fold(reply)
  if (folded === "") return null
  const same = options.find(({ label, value }) => fold(label) === folded || fold(value) === folded)
  if (same) return same
  const number = /^#?(\d{1,3})[.)]?$/.exec(reply)
  if (number && (!acceptsOther || options.length > 1)) {
    const numbered = options[Number(number[1]) - 1]
    if (numbered) return numbered
  }
  if (acceptsOther) return null
  return (
    findOnly(options, ({ label }) => fold(label).startsWith(folded)) ??
    findOnly(options, ({ label }) => fold(label).includes(folded))
  )
}
