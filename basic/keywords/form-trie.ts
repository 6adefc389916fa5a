import type { CommandKeyword, Form, FunctionKeyword, Keyword } from "./define.ts"
import {
  type FormElement,
  type FormPath,
  type HoleKind,
  readShape,
  splitWord,
} from "./form-shape.ts"

/** A place where a command may be complete. `names` are the operands read on the way, in order. */
export interface FormEnd {
  readonly keyword: Keyword
  readonly names: readonly string[]
  readonly advice: string | null
}

/**
 * All forms of all keywords in one tree, so that what two forms share is read once and no text is
 * ever read twice: at each node the next token alone decides where to go.
 */
export interface FormNode {
  readonly words: Map<string, FormNode>
  readonly marks: Map<string, FormNode>
  hole: { readonly as: HoleKind; readonly node: FormNode; readonly bareWords: Set<string> } | null
  end: FormEnd | null
  /** A function by this name: `NAME(` calls it. */
  callable: FunctionKeyword | null
}

export const newNode = (): FormNode => ({
  words: new Map(),
  marks: new Map(),
  hole: null,
  end: null,
  callable: null,
})

/** Adds every form of a command. Throws Error when a form is the same as another keyword's. */
export function addCommand(root: FormNode, keyword: CommandKeyword) {
  if (keyword.hasOwnGrammar) return
  for (const form of keyword.forms) addForm(root, keyword, form)
}

/** Adds a function: its names, and its shapes without parentheses. */
export function addFunction(root: FormNode, keyword: FunctionKeyword) {
  for (const name of [keyword.name, ...(keyword.aliases ?? [])]) {
    const node = walkWords(root, splitWord(name.toUpperCase()))
    node.callable = keyword
    if (keyword.isPrefix) addPrefix(node, keyword)
  }
  for (const form of keyword.forms) {
    const shape = typeof form === "string" ? form : form.shape
    if (!shape.includes("(")) addForm(root, keyword, form)
  }
}

/** Lists the paths of a keyword's forms in the order in which they are preferred for printing. */
export function listPaths(keyword: Keyword): { path: FormPath; advice: string | null }[] {
  return keyword.forms.flatMap((form) => {
    const { shape, diagnostic } =
      typeof form === "string" ? { shape: form, diagnostic: undefined } : form
    return shape.includes("(")
      ? []
      : readShape(shape, keyword.params).map((path) => ({ path, advice: diagnostic ?? null }))
  })
}

function walkWords(root: FormNode, words: readonly string[]): FormNode {
  let node = root
  for (const word of words) node = step(node.words, word)
  return node
}

/** `NAME a, b`: the arguments without their parentheses, from the fewest to the most. */
function addPrefix(start: FormNode, keyword: FunctionKeyword) {
  const names = Object.keys(keyword.params)
  const [fewest, most] = keyword.arity
  let node = start
  for (let count = 0; count <= Math.min(most, names.length); count++) {
    if (count > 0) {
      const comma = count === 1 ? node : step(node.marks, ",")
      node = addHole(comma, { kind: "hole", name: names[count - 1] ?? "", as: "value" }, keyword)
    }
    if (count >= fewest) node.end ??= { keyword, names: names.slice(0, count), advice: null }
  }
}

function addForm(root: FormNode, keyword: Keyword, form: Form) {
  const { shape, diagnostic } =
    typeof form === "string" ? { shape: form, diagnostic: undefined } : form
  for (const path of readShape(shape, keyword.params)) {
    let node = root
    for (const element of path) node = addElement(node, element, keyword)
    const names = path.flatMap((element) => (element.kind === "hole" ? [element.name] : []))
    if (
      node.end !== null &&
      (node.end.keyword !== keyword || node.end.names.join() !== names.join())
    )
      throw new Error(
        `The form "${shape}" of ${keyword.name} reads like a form of ${node.end.keyword.name}.`,
      )
    node.end ??= { keyword, names, advice: diagnostic ?? null }
  }
}

function addElement(node: FormNode, element: FormElement, keyword: Keyword): FormNode {
  if (element.kind === "word") return step(node.words, element.word)
  if (element.kind === "mark") return step(node.marks, element.mark)
  return addHole(node, element, keyword)
}

function addHole(
  node: FormNode,
  element: FormElement & { kind: "hole" },
  keyword: Keyword,
): FormNode {
  if (node.hole !== null && node.hole.as !== element.as)
    throw new Error(`${keyword.name} reads {${element.name}} in two ways in one place.`)
  node.hole ??= { as: element.as, node: newNode(), bareWords: new Set() }
  for (const word of keyword.params[element.name]?.words ?? [])
    node.hole.bareWords.add(word.toUpperCase())
  return node.hole.node
}

function step(map: Map<string, FormNode>, key: string): FormNode {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = newNode()
  map.set(key, made)
  return made
}
