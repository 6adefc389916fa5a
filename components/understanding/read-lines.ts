/** The lines of a text that say something. */
export const readLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

export interface WrittenValue {
  readonly value: string
  readonly synonyms: readonly string[]
}

/** "Lisbon: Lisboa, Lissabon" */
export const readValues = (text: string): WrittenValue[] =>
  readLines(text).flatMap((line) => {
    const at = line.indexOf(":")
    const value = (at < 0 ? line : line.slice(0, at)).trim()
    const others = at < 0 ? [] : line.slice(at + 1).split(/[,،]/)
    const synonyms = others.map((word) => word.trim()).filter((word) => word !== "")
    return value === "" ? [] : [{ value, synonyms }]
  })

export const writeValues = (values: readonly WrittenValue[]): string =>
  values
    .map(({ value, synonyms }) =>
      synonyms.length === 0 ? value : `${value}: ${synonyms.join(", ")}`,
    )
    .join("\n")

export interface WrittenUtterance {
  readonly text: string
  readonly intent: string | null
}

/** "book: a table for tonight", or ": tell me a joke" for none. The number of the first line that names no intent, from 1. */
export function readUtterances(
  text: string,
  names: readonly string[],
): { readonly utterances: WrittenUtterance[] } | { readonly badLine: number } {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]))
  const utterances: WrittenUtterance[] = []
  const lines = text.split("\n")
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue
    const at = line.indexOf(":")
    const named = line.slice(0, Math.max(0, at)).trim()
    const said = line.slice(at + 1).trim()
    const intent = named === "" ? null : (known.get(named.toLowerCase()) ?? null)
    if (at < 0 || said === "" || (named !== "" && intent === null)) return { badLine: index + 1 }
    utterances.push({ text: said, intent })
  }
  return { utterances }
}

export const writeUtterances = (utterances: readonly WrittenUtterance[]): string =>
  utterances.map(({ text, intent }) => `${intent ?? ""}: ${text}`).join("\n")
