/** What a hole of a prompt takes. */
export const variableKinds = ["text", "quote", "number", "date", "choice"] as const
/**
 * - "text": one line, as a script or a person says it
 * - "quote": longer words of people or pages, told apart from the instructions around them
 */
export type VariableKind = (typeof variableKinds)[number]

/** A `{{name}}` of a prompt. */
export interface PromptVariable {
  readonly name: string
  readonly kind: VariableKind
  /** Taken where a flow gives none; null where it has to. */
  readonly fallback: string | null
  /** What it may be, for kind "choice". */
  readonly choices: readonly string[]
  /** For the preview. */
  readonly sample: string
}

const hole = /\{\{\s*([\p{L}_][\p{L}\p{N}_]{0,59})\s*\}\}/gu

/** The names in a text, each once, in the order they come. Names that differ in case alone are one. */
export function findVariables(text: string): string[] {
  const names = new Map<string, string>()
  for (const [, name = ""] of text.matchAll(hole))
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  return [...names.values()]
}

/** What is said of the holes a text has: as before where that is known, else a text that has to be given. */
export function alignVariables(text: string, known: readonly PromptVariable[]): PromptVariable[] {
  return findVariables(text).map((name) => {
    const before = known.find((each) => each.name.toLowerCase() === name.toLowerCase())
    return { ...(before ?? { kind: "text", fallback: null, choices: [], sample: "" }), name }
  })
}

/** Puts something into each hole. */
export function fillHoles(text: string, fill: (name: string) => string): string {
  return text.replace(hole, (_, name: string) => fill(name))
}
