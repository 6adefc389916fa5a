/**
 * Splits a text so that each part fits a message, where a person would: between paragraphs, then lines, then
 * sentences, then words, and inside a word only when nothing else helps, but never inside a character.
 *
 * What fits is asked of `measure`, because what is counted is what is sent: the markup of the channel, not the
 * Markdown that a part was written in.
 */

const seams: readonly RegExp[] = [/\n{2,}/g, /\n/g, /[.!?…:;。！？]["'”’)\]]*\s+/gu, /\s+/g]

/**
 * Shape:  one part or more, in order; joined they are the text.
 * Units:  `most` is counted by `measure`.
 */
export function splitText(
  text: string,
  most: number,
  measure: (text: string) => number = (part) => part.length,
): string[] {
  const parts: string[] = []
  let rest = text
  while (measure(rest) > most) {
    const at = findSeam(rest, most, measure)
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  if (rest !== "" || parts.length === 0) parts.push(rest)
  return parts
}

/** A part shorter than this share of a message is not worth a better seam. */
const leastShare = 0.3

function findSeam(text: string, most: number, measure: (text: string) => number): number {
  const limit = longestFit(text, most, measure)
  for (const seam of seams) {
    const ends = [...text.slice(0, limit + 1).matchAll(seam)].map(
      (found) => found.index + found[0].length,
    )
    const end = ends.findLast((at) => at <= limit && measure(text.slice(0, at)) <= most)
    if (end !== undefined && end >= limit * leastShare) return end
  }
  const end = graphemeEnd(text, limit)
  // A mark that lost its partner is written out; half as much always has room for that.
  return measure(text.slice(0, end)) <= most ? end : graphemeEnd(text, Math.ceil(limit / 2))
}

/** The longest beginning that fits, at least one unit. */
function longestFit(text: string, most: number, measure: (text: string) => number): number {
  let low = 1
  let high = text.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (measure(text.slice(0, middle)) <= most) low = middle
    else high = middle - 1
  }
  return low
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** The end of the last whole character before `limit`; a character longer than that stays whole. */
function graphemeEnd(text: string, limit: number): number {
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, limit + 64))) {
    const next = index + segment.length
    if (next > limit && end > 0) return end
    end = next
    if (end >= limit) return end
  }
  return end
}
