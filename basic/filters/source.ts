import { type Budget, noLimits } from "../format/budget.ts"
import { toText } from "../format/to-text.ts"
import { ListValue, type Value } from "../vm/value.ts"

/** Stands in the text for each value that was put into it. A text of an author never holds one. */
export const hole = "\uFFFC"

/** A filter as it was written, with the values that were put into it kept apart: they are never read as syntax. */
export interface FilterSource {
  /** The written text, with a `hole` for each value. */
  readonly text: string
  readonly values: readonly Value[]
}

/**
 * Reads what the compiler hands over for a filter: a text, or a list of text, value, text, ..., text.
 *
 * Shape: null when the value is neither.
 */
export const readFilterSource = (value: Value): FilterSource | null => {
  if (typeof value === "string") return { text: value.replaceAll(hole, " "), values: [] }
  if (!(value instanceof ListValue) || value.items.length % 2 !== 1) return null
  let text = ""
  const values: Value[] = []
  for (const [index, part] of value.items.entries()) {
    if (index % 2 === 1) {
      values.push(part)
      text += hole
    } else if (typeof part === "string") text += part.replaceAll(hole, " ")
    else return null
  }
  return { text, values }
}

/** Fills a piece of the text with its values; a piece that is one value alone is that value. */
export const fillHoles = (
  source: FilterSource,
  start: number,
  piece: string,
  budget: Budget = noLimits,
): Value => {
  if (!piece.includes(hole)) return piece
  const values = source.values.slice(countHoles(source.text.slice(0, start)))
  if (piece.trim() === hole) return values[0] ?? null
  let filled = ""
  for (const [index, part] of piece.split(hole).entries())
    filled += index === 0 ? part : toText(values[index - 1] ?? null, budget) + part
  return filled
}

const countHoles = (text: string): number => text.split(hole).length - 1

/** The filter as people may see it in a message: what was put in stands as "...". */
export const showFilter = ({ text }: FilterSource): string =>
  text.replaceAll(hole, "…").slice(0, 200)
