/** What an answer may not carry, whatever made the model write it. */
export interface AnswerRules {
  /** What the model was told and the person shall not read. */
  readonly instructions: string
  /** Texts whose addresses may be passed on: documents, results of tools, the question. */
  readonly known: readonly string[]
}

/** A run of this length out of the instructions is no coincidence. Units: characters. */
const leakChars = 80

/** Says whether a text repeats the instructions of the model. */
export function leaksInstructions(text: string, instructions: string): boolean {
  const told = flatten(instructions)
  const said = flatten(text)
  if (told.length < leakChars || said.length < leakChars) return false
  const runs = new Set<string>()
  for (let at = 0; at + leakChars <= told.length; at++) runs.add(told.slice(at, at + leakChars))
  for (let at = 0; at + leakChars <= said.length; at++)
    if (runs.has(said.slice(at, at + leakChars))) return true
  return false
}

const flatten = (text: string): string => text.toLowerCase().replace(/[\s"'“”*_`]+/g, " ")

/**
 * Takes out what could carry words of the conversation to somebody else: pictures, and addresses that nobody
 * but the model knows. What a link says stays; of a bare address its host.
 */
export function removeStrangeLinks(text: string, known: readonly string[]): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)/g, (link, label: string, url: string) =>
      isKnown(url, known) ? link : label,
    )
    .replace(/\bhttps?:\/\/[^\s<>"'`)\]]+/gi, (url) => (isKnown(url, known) ? url : hostOf(url)))
}

/** Word for word in a document or a result, or the plain address of a place that stands there. */
function isKnown(url: string, known: readonly string[]): boolean {
  if (/^(?:mailto|tel):/i.test(url))
    return known.some((text) => text.includes(url.slice(url.indexOf(":") + 1)))
  const plain = url.replace(/[.,;:!?]+$/, "")
  if (!URL.canParse(plain) || !/^https?:$/.test(new URL(plain).protocol)) return false
  return known.some((text) => text.includes(plain))
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "")
