/** The characters a text message holds at seven bits each; those in the second text count twice. */
const basicSet =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
const escapedSet = "^{}\\[~]|€\f"

/** How a text travels as text messages. */
export interface Segments {
  readonly count: number
  /** The first character that makes all of them hold less than half; null when there is none. */
  readonly wideCharacter: string | null
}

/**
 * Counts the messages a text is sent and paid as: 160 characters in one or 153 in each of several, with any
 * character outside of the basic set 70 and 67.
 */
export function countSegments(text: string): Segments {
  let units = 0
  let wideCharacter: string | null = null
  for (const character of text) {
    if (escapedSet.includes(character)) units += 2
    else if (basicSet.includes(character)) units += 1
    else wideCharacter ??= character
  }
  if (wideCharacter !== null) return { count: pieces(text.length, 70, 67), wideCharacter }
  return { count: pieces(units, 160, 153), wideCharacter: null }
}

const pieces = (length: number, single: number, each: number): number =>
  length <= single ? 1 : Math.ceil(length / each)
