import type { Expression, ObjectEntry, Operand } from "../ast/nodes.ts"
import { findNearest } from "../diagnostics/nearest.ts"
import type { Keyword, ParamKind } from "../keywords/define.ts"
import type { FormNode } from "../keywords/form-trie.ts"
import { pathsOf } from "../keywords/forms.ts"
import { findCommand } from "../keywords/index.ts"
import type { ExpressionReaders, MatchedForm } from "./operands.ts"
import type { LineReader } from "./reader.ts"

/**
 * Says whether named operands stand behind a phrase: `WAIT WITH seconds = 5`. Every command with operands
 * takes them, beside its own forms; one whose form has WITH in this place keeps its own.
 */
export function isNamedStart(reader: LineReader, node: FormNode, ahead = 0): boolean {
  if (!reader.isWord("WITH", ahead) || node.words.has("WITH")) return false
  if (reader.peek(ahead + 1).kind !== "word") return false
  return reader.isSymbol("=", ahead + 2) || reader.isWord("AS", ahead + 2)
}

/** Reads `WITH name = e, name AS e` as the operands of the command whose phrase was taken; null when the phrase is none. */
export function readNamedOperands(
  reader: LineReader,
  words: string,
  readers: ExpressionReaders,
): MatchedForm | null {
  const keyword = findCommand(words)
  if (keyword === null) return null
  const start = reader.peek()
  reader.take()
  const given = new Map<string, Operand>()
  const others: ObjectEntry[] = []
  const rest = Object.keys(keyword.params).find((name) => keyword.params[name]?.kind === "fields")
  const wasInList = reader.isInList
  do {
    const token = reader.peek()
    const written = reader.takeName("the name of an operand")
    const name = findParam(keyword, written)
    const isOther = name === null && rest !== undefined && !given.has(rest)
    if (!isOther && (name === null || given.has(name))) failAtName(reader, keyword, written, token)
    if (!reader.takeSymbol("=") && !reader.takeWord("AS"))
      reader.failExpecting(`= after ${written}`)
    reader.isInList = true
    const value = readers.full(reader)
    if (name === null) others.push({ key: written, value })
    else given.set(name, toOperand(value, keyword.params[name]?.kind ?? "any"))
  } while (isNextNamed(reader, wasInList) && reader.takeSymbol(","))
  if (rest !== undefined && others.length > 0)
    given.set(rest, { kind: "FieldList", fields: others })
  reader.isInList = wasInList
  const missing = listRequired(keyword).find((name) => !given.has(name))
  if (missing !== undefined)
    reader.fail("basic.missing_named_operand", start, { keyword: keyword.name, missing })
  const names = Object.keys(keyword.params).filter((name) => given.has(name))
  const operands = Object.fromEntries(names.map((name) => [name, given.get(name) as Operand]))
  return { end: { keyword, names, advice: null }, operands }
}

const isNextNamed = (reader: LineReader, isInList: boolean): boolean =>
  reader.isSymbol(",") && (!isInList || reader.isSymbol("=", 2) || reader.isWord("AS", 2))

function failAtName(
  reader: LineReader,
  keyword: Keyword,
  found: string,
  at: { readonly start: number; readonly end: number },
): never {
  const nearest = findNearest(found, Object.keys(keyword.params))
  return reader.fail("basic.unknown_operand", at, { keyword: keyword.name, found, nearest })
}

const findParam = (keyword: Keyword, written: string): string | null =>
  Object.keys(keyword.params).find((name) => plain(name) === plain(written)) ?? null

/** `max_items` and `maxItems` are one name. */
const plain = (name: string): string => name.replaceAll("_", "").toLowerCase()

/** The operands that every form of a command has. */
function listRequired(keyword: Keyword): string[] {
  const paths = pathsOf(keyword)
  return Object.keys(keyword.params).filter((name) =>
    paths.every((path) => path.some((part) => part.kind === "hole" && part.name === name)),
  )
}

/** An object stands for fields, a list for several values, a word for itself. */
function toOperand(value: Expression, kind: ParamKind): Operand {
  if (kind === "fields" && value.kind === "ObjectLiteral")
    return { kind: "FieldList", fields: value.entries }
  if (kind === "expressions")
    return { kind: "ExpressionList", items: value.kind === "ArrayLiteral" ? value.items : [value] }
  if (kind === "word" && (value.kind === "TextLiteral" || value.kind === "NameExpression"))
    return {
      kind: "Word",
      text: (value.kind === "TextLiteral" ? value.value : value.name).toUpperCase(),
    }
  return value
}
