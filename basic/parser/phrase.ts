import type { Keyword } from "../keywords/define.ts"
import { splitWord } from "../keywords/form-shape.ts"
import type { FormNode } from "../keywords/form-trie.ts"
import { formTree } from "../keywords/forms.ts"
import type { LineReader } from "./reader.ts"

/** A phrase of a keyword at the next token. */
export interface FoundPhrase {
  readonly node: FormNode
  /** Units: tokens; SET_BOT_MEMORY is one token and three words. */
  readonly tokenCount: number
  readonly words: string
}

/** Finds every phrase that begins at the next token, the longest first. */
export function findPhrases(reader: LineReader): readonly FoundPhrase[] {
  const { phrases, index } = reader
  if (phrases?.index === index) return phrases.found
  const token = reader.peek()
  if (token.kind !== "word" || !beginsPhrase(token.upper)) return none
  const found = readPhrases(reader)
  reader.phrases = { index, found }
  return found
}

const none: readonly FoundPhrase[] = []

/** Most words begin no phrase: they are names. */
const beginsPhrase = (upper: string): boolean => formTree().words.has(upper) || upper.includes("_")

function readPhrases(reader: LineReader): FoundPhrase[] {
  const found: FoundPhrase[] = []
  let words = ""
  let node: FormNode | undefined = formTree()
  for (let count = 0; node !== undefined; count++) {
    if (count > 0 && isMeaningful(node)) found.unshift({ node, tokenCount: count, words })
    const token = reader.peek(count)
    if (token.kind !== "word") break
    const { upper } = token
    if (!upper.includes("_")) {
      node = node.words.get(upper)
      if (node !== undefined) words = words === "" ? upper : `${words} ${upper}`
      continue
    }
    const parts = splitWord(upper)
    if (parts.length === 0) break
    for (const part of parts) node = node?.words.get(part)
    if (node !== undefined) words = [words, ...parts].join(" ").trimStart()
  }
  return found
}

/** Something stands here: a form goes on with an operand or ends, or a function can be called. */
const isMeaningful = (node: FormNode): boolean =>
  node.end !== null || node.hole !== null || node.callable !== null || node.marks.size > 0

/** The first keyword that a place in the forms may lead to. */
export function firstKeyword(start: FormNode): Keyword | null {
  for (let node = start; ; ) {
    if (node.end !== null) return node.end.keyword
    const next =
      node.hole?.node ?? node.marks.values().next().value ?? node.words.values().next().value
    if (next === undefined) return null
    node = next
  }
}
