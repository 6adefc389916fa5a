import type { WordDoc } from "#basic/services/describe.ts"

/** Units: characters of a key; no two sentences of operands are the same up to here. */
const longestKey = 64

/** The key of what a word does, where no step of the canvas says it. */
export const summaryKey = ({ name, sort }: Pick<WordDoc, "name" | "sort">): string =>
  `${sort === "function" ? "word" : "command"}.${name}`

/** The key of an operand's sentence, made of its letters: many operands share one. */
export const operandKey = (sentence: string): string =>
  `operand.${sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .slice(0, longestKey)}`
