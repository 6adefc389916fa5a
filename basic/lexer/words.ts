/** A word as it is written, and in capitals without the `$` suffix. */
export interface LexedWord {
  readonly text: string
  readonly upper: string
}

/** A program says few different words, and says them often: the last ones are kept, so that each is one text. */
const kept: (LexedWord | undefined)[] = new Array(4096).fill(undefined)
const places = kept.length - 1
/** Longer words are rare. Units: UTF-16 code units. */
const longestKept = 32

/** The word between two offsets of a text. */
export function wordOf(source: string, start: number, end: number): LexedWord {
  const length = end - start
  if (length > longestKept) return makeWord(source.slice(start, end))
  let mix = length
  for (let at = start; at < end; at++) mix = (mix * 31 + source.charCodeAt(at)) | 0
  const place = (mix ^ (mix >>> 13)) & places
  const known = kept[place]
  if (known !== undefined && isAt(source, start, known.text, length)) return known
  const made = makeWord(source.slice(start, end))
  kept[place] = made
  return made
}

function isAt(source: string, start: number, text: string, length: number): boolean {
  if (text.length !== length) return false
  for (let at = 0; at < length; at++)
    if (text.charCodeAt(at) !== source.charCodeAt(start + at)) return false
  return true
}

function makeWord(text: string): LexedWord {
  const upper = (text.endsWith("$") ? text.slice(0, -1) : text).toUpperCase()
  return { text, upper: upper === text ? text : upper }
}
