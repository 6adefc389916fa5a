import type { CommandKeyword, FunctionKeyword, Keyword } from "../keywords/define.ts"
import { type FormElement, readShape, splitWord } from "../keywords/form-shape.ts"
import type { FormNode } from "../keywords/form-trie.ts"
import { formTree } from "../keywords/forms.ts"
import { findCommand } from "../keywords/index.ts"
import type { Token } from "../lexer/token.ts"

/** A token as forms see it: a word of a phrase, a mark, or something else. */
export interface Piece {
  readonly word: string | null
  readonly mark: string | null
  /** Brackets around it. */
  readonly depth: number
  readonly start: number
  readonly end: number
}

/** Cuts tokens into pieces: SET_BOT_MEMORY is three words. */
export function toPieces(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  for (const token of tokens) {
    const { start, end } = token
    if (token.kind === "end") break
    if (token.kind === "word")
      for (const word of splitWord(token.upper))
        pieces.push({ word, mark: null, depth, start, end })
    else if (token.kind === "symbol") {
      const isOpening = "([{#{${".includes(token.text) && token.text !== "$"
      const isClosing = ")]}".includes(token.text)
      if (isClosing) depth = Math.max(0, depth - 1)
      pieces.push({ word: null, mark: token.text, depth, start, end })
      if (isOpening) depth++
    } else pieces.push({ word: null, mark: null, depth, start, end })
  }
  return pieces
}

/** The phrase that begins at a piece; the longest one. `count` is in pieces. */
export interface Phrase {
  readonly words: string
  readonly count: number
  readonly node: FormNode
}

export function findPhrase(pieces: readonly Piece[], from: number): Phrase | null {
  let node: FormNode | undefined = formTree()
  let best: Phrase | null = null
  const words: string[] = []
  for (let at = from; node !== undefined; at++) {
    const isPhrase =
      node.end !== null || node.hole !== null || node.callable !== null || node.marks.size > 0
    if (words.length > 0 && isPhrase) best = { words: words.join(" "), count: words.length, node }
    const word = pieces[at]?.word
    if (word === null || word === undefined) break
    node = node.words.get(word)
    words.push(word)
  }
  return best
}

/** The command a phrase belongs to; null for functions. */
export function commandOf({ words, node }: Phrase): CommandKeyword | null {
  const named = findCommand(words)
  if (named !== null) return named
  const inside = node.end?.keyword ?? node.hole?.node.end?.keyword ?? findEnd(node)
  return inside !== undefined && inside !== null && inside.runsOn !== "everywhere" ? inside : null
}

/** Any command the forms behind a node end in. */
function findEnd(node: FormNode, depth = 0): Keyword | null {
  if (node.end !== null) return node.end.keyword
  if (depth > 6) return null
  const next = [...node.words.values(), ...node.marks.values()]
  if (node.hole !== null) next.push(node.hole.node)
  for (const each of next) {
    const found = findEnd(each, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** Where the end of some pieces stands in one form. */
export interface FormPlace {
  readonly shape: string
  readonly form: number
  /** What may come next: an operand, a word or a mark. */
  readonly next: readonly FormElement[]
  /** The operand that is being written or comes next. */
  readonly operand: string | null
  /** Nothing of that operand is written yet. */
  readonly isFresh: boolean
  /** Words and marks of the form that are there: the form with most of them is the one that is meant. */
  readonly matched: number
}

/** Finds where the end of the pieces stands in each form of a keyword that fits them, in the order of the forms. */
export function matchForms(
  keyword: CommandKeyword | FunctionKeyword,
  pieces: readonly Piece[],
): FormPlace[] {
  return keyword.forms.flatMap((form, index) => {
    const shape = typeof form === "string" ? form : form.shape
    if (shape.includes("(")) return []
    const places = readShape(shape, keyword.params).flatMap((path) => {
      const place = matchPath(path, pieces)
      return place === null ? [] : [{ ...place, shape, form: index }]
    })
    return mergePlaces(places)
  })
}

/** Optional parts give one form several paths; what any of them expects next may be written. */
function mergePlaces(places: readonly FormPlace[]): FormPlace[] {
  const [first] = places
  if (first === undefined) return []
  const next = new Map(places.flatMap((place) => place.next).map((each) => [keyOf(each), each]))
  const best = bestPlace(places) ?? first
  return [{ ...best, next: [...next.values()], isFresh: places.some(({ isFresh }) => isFresh) }]
}

/** The place of the form that is meant: with an operand, and with most of its words there. */
export const bestPlace = (places: readonly FormPlace[]): FormPlace | undefined =>
  [...places].sort(
    (a, b) => b.matched - a.matched || Number(a.operand === null) - Number(b.operand === null),
  )[0]

const keyOf = (element: FormElement): string =>
  element.kind === "hole"
    ? `{${element.name}`
    : element.kind === "word"
      ? element.word
      : element.mark

type Place = Omit<FormPlace, "shape" | "form">

function matchPath(path: readonly FormElement[], pieces: readonly Piece[]): Place | null {
  let at = 0
  let matched = 0
  for (let index = 0; index < path.length; index++) {
    const element = path[index] as FormElement
    if (element.kind !== "hole") {
      if (at >= pieces.length) return { next: [element], operand: null, isFresh: false, matched }
      if (!isLiteral(pieces[at], element)) return null
      at++
      matched++
      continue
    }
    const following = path[index + 1]
    if (at >= pieces.length)
      return { next: [element], operand: element.name, isFresh: true, matched }
    at = skipOperand(pieces, at, following, element.as)
    if (at >= pieces.length)
      return { next: following ? [following] : [], operand: element.name, isFresh: false, matched }
  }
  return at === pieces.length ? { next: [], operand: null, isFresh: false, matched } : null
}

/** Steps over the pieces of an operand to what comes after it in the form, or to the end. */
function skipOperand(
  pieces: readonly Piece[],
  from: number,
  following: FormElement | undefined,
  as: string,
): number {
  const base = pieces[from]?.depth ?? 0
  const takesCommas = as === "values" || as === "fields"
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    if (piece.depth > base) continue
    if (at > from && following !== undefined && isLiteral(piece, following)) {
      const isOwnComma = takesCommas && piece.mark === ","
      if (!isOwnComma) return at
    }
    if (piece.mark === "," && !takesCommas && following === undefined) return at
  }
  return pieces.length
}

const isLiteral = (piece: Piece | undefined, element: FormElement): boolean =>
  (element.kind === "word" && piece?.word === element.word) ||
  (element.kind === "mark" && piece?.mark === element.mark)
