import type { Params } from "./define.ts"

/** How the parser reads a hole: one expression, several, named fields, a bare word, a condition, columns to sort by. */
export type HoleKind = "value" | "values" | "fields" | "word" | "condition" | "order"

export type FormElement =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "mark"; readonly mark: string }
  | { readonly kind: "hole"; readonly name: string; readonly as: HoleKind }

/** One way to write a command: a shape with its optional parts decided. */
export type FormPath = readonly FormElement[]

const piece = /\s*(?:([A-Z][A-Z0-9_]*)|\{([A-Za-z]+)(?::([a-z]+))?\}|([,=*:])|([[\]|]))/y

/**
 * Reads a shape of the `forms` mini-grammar and decides its optional parts in every way.
 *
 * Shape:  paths with more of the optional parts come first.
 * Throws: Error for a shape that is not in the grammar; definitions are ours, so a test finds it.
 */
export function readShape(shape: string, params: Params): FormPath[] {
  const reader = new ShapeReader(shape, params)
  const paths = reader.readSequence()
  if (!reader.isAtEnd()) throw new Error(`The form "${shape}" has a bracket too many.`)
  return paths
}

class ShapeReader {
  private at = 0
  private readonly shape: string
  private readonly params: Params

  constructor(shape: string, params: Params) {
    this.shape = shape
    this.params = params
  }

  isAtEnd(): boolean {
    return this.at >= this.shape.length
  }

  /** Reads up to a closing bracket or `|`, or to the end. */
  readSequence(): FormPath[] {
    let paths: FormPath[] = [[]]
    while (this.shape.slice(this.at).trim() !== "") {
      piece.lastIndex = this.at
      const found = piece.exec(this.shape)
      if (found === null) throw new Error(`The form "${this.shape}" cannot be read at ${this.at}.`)
      const [, word, hole, holeKind, mark, bracket] = found
      if (bracket === "]" || bracket === "|") return paths
      this.at = piece.lastIndex
      if (bracket === "[") paths = this.readGroup(paths)
      else {
        const elements = this.makeElements(word, hole, holeKind, mark)
        paths = paths.map((path) => [...path, ...elements])
      }
    }
    this.at = this.shape.length
    return paths
  }

  /** Reads `[a | b]`: every path with each alternative, then the paths without. */
  private readGroup(before: FormPath[]): FormPath[] {
    const alternatives: FormPath[] = []
    while (true) {
      alternatives.push(...this.readSequence())
      const sign = this.shape.slice(this.at).trimStart()[0]
      if (sign === undefined) throw new Error(`The form "${this.shape}" lacks a closing bracket.`)
      this.at = this.shape.indexOf(sign, this.at) + 1
      if (sign === "]") break
    }
    const longer = before.flatMap((path) => alternatives.map((more) => [...path, ...more]))
    return [...longer, ...before]
  }

  private makeElements(word?: string, hole?: string, kind?: string, mark?: string): FormElement[] {
    if (word !== undefined) return splitWord(word).map((part) => ({ kind: "word", word: part }))
    if (mark !== undefined) return [{ kind: "mark", mark }]
    const name = hole ?? ""
    return [{ kind: "hole", name, as: holeKindOf(kind ?? this.params[name]?.kind ?? "any") }]
  }
}

function holeKindOf(kind: string): HoleKind {
  if (kind === "fields" || kind === "word" || kind === "condition" || kind === "order") return kind
  return kind === "expressions" || kind === "named" ? "values" : "value"
}

/** An underscore between the words of a phrase is a blank: SEND_MAIL is SEND MAIL. */
export const splitWord = (word: string): readonly string[] => {
  if (!word.includes("_")) return word === "" ? [] : [word]
  return word.split("_").filter((part) => part !== "")
}
