import type { Expression, Operand, Operands } from "../ast/nodes.ts"
import type { FormElement, FormPath, HoleKind } from "../keywords/form-shape.ts"
import { formTree, pathsOf } from "../keywords/forms.ts"
import { findCommand } from "../keywords/index.ts"
import { nowhere } from "../source/span.ts"
import { quoteText } from "./text.ts"

/** Prints an operand. `isLast`: nothing of the command follows it. */
export type PrintValue = (value: Expression, isInList: boolean, isLast: boolean) => string
type PrintOperand = (value: Expression, isInList: boolean) => string

/**
 * Prints a command in the first of its forms that holds exactly these operands.
 * `printBefore` prints an operand that a `=` follows, where a comparison would take the sign.
 */
export function printOperands(
  name: string,
  operands: Operands,
  printValue: PrintValue,
  printBefore: PrintValue,
  printCondition: PrintValue = printValue,
): string {
  const keyword = findCommand(name)
  const paths = keyword === null ? [] : pathsOf(keyword)
  const path = paths.find((each) => holds(each, operands))
  if (path === undefined)
    return keyword === null
      ? printUnformed(name, operands, printValue)
      : printNamed(name, operands, printValue)
  // SET SESSION is read by the same words, up to its =.
  const session = name === "SET ROWS" ? findCommand("SET SESSION") : null
  const rivals = session === null ? paths : [...paths, ...pathsOf(session)]
  let printed = ""
  path.forEach((element, index) => {
    const isBeforeSign = rivals.some((each) => hasSign(each, path, index + 1))
    const isLast = index === path.length - 1
    const isCondition = element.kind === "hole" && element.as === "condition"
    const printOwn = isCondition ? printCondition : isBeforeSign ? printBefore : printValue
    const isFollowed = element.kind === "hole" && element.as === "fields" && !isLast
    const text = printElement(element, operands, (value, isInList) => {
      const own = printOwn(value, isInList, isLast)
      return isFollowed && endsInCommandWord(own) ? `(${own})` : own
    })
    const isBeside = isValueHole(element) && isValueHole(path[index + 1])
    const isBehind = isValueHole(element) && isValueHole(path[index - 1])
    const isBare = name === "CREATE TABLE" && sqlColumns.test(text)
    const own = isBeside || isBehind ? guardNeighbour(text, isBehind) : isBare ? `(${text})` : text
    printed += printed === "" || (element.kind === "mark" && element.mark === ",") ? own : ` ${own}`
  })
  return printed
}

const clauseWords = new Map<string, ReadonlySet<string>>()

/** The words that may follow an operand of a command, in any of its forms. */
export function clauseWordsOf(name: string): ReadonlySet<string> {
  const known = clauseWords.get(name)
  if (known !== undefined) return known
  const keyword = findCommand(name)
  const words = new Set<string>()
  for (const path of keyword === null ? [] : pathsOf(keyword))
    for (const word of listClauseWords(path)) words.add(word)
  for (const param of Object.values(keyword?.params ?? {}))
    for (const word of param.words ?? []) words.add(word.toUpperCase())
  clauseWords.set(name, words)
  return words
}

function listClauseWords(path: FormPath): string[] {
  const first = path.findIndex(({ kind }) => kind === "hole")
  return path.slice(first + 1).flatMap((part) => (part.kind === "word" ? [part.word] : []))
}

/** Says whether a command is printed with a word between its operands that the command around it may take. */
export function clashes(name: string, operands: Operands, around: ReadonlySet<string>): boolean {
  const keyword = findCommand(name)
  const path = keyword === null ? undefined : pathsOf(keyword).find((each) => holds(each, operands))
  return path === undefined || listClauseWords(path).some((word) => around.has(word))
}

/** Says whether a form that begins like this one goes on with `=` at `index`: the parser reads them together. */
function hasSign(other: FormPath, path: FormPath, index: number): boolean {
  const next = other[index]
  if (next?.kind !== "mark" || next.mark !== "=") return false
  return path.slice(0, index).every((element, at) => isSame(element, other[at]))
}

function isSame(one: FormElement, other: FormElement | undefined): boolean {
  if (one.kind === "word") return other?.kind === "word" && one.word === other.word
  if (one.kind === "mark") return other?.kind === "mark" && one.mark === other.mark
  return other?.kind === "hole"
}

function holds(path: FormPath, operands: Operands): boolean {
  const holes = path.filter((element) => element.kind === "hole")
  return (
    holes.length === Object.keys(operands).length &&
    holes.every(({ name, as }) => {
      const operand = operands[name]
      return operand !== undefined && fitsHole(operand, as)
    })
  )
}

/** A condition is a value that reaches further; columns to sort by are words, or a value. */
function fitsHole(operand: Operand, as: HoleKind): boolean {
  const own = holeOf(operand)
  if (as === "condition") return own === "value"
  return as === "order" ? own === "word" || own === "value" : own === as
}

function holeOf(operand: Operand) {
  if (operand.kind === "ExpressionList") return "values"
  if (operand.kind === "FieldList") return "fields"
  return operand.kind === "Word" ? "word" : "value"
}

function printElement(element: FormElement, operands: Operands, printValue: PrintOperand): string {
  if (element.kind === "word") return element.word
  if (element.kind === "mark") return element.mark
  const operand = operands[element.name]
  return operand === undefined ? "" : printOperand(operand, printValue)
}

/** Operands may be followed by a comma in another form of the command, so they are printed as in a list. */
function printOperand(operand: Operand, printValue: PrintOperand): string {
  switch (operand.kind) {
    case "ExpressionList":
      return operand.items.map((item) => printValue(item, true)).join(", ")
    case "FieldList":
      return operand.fields
        .map(({ key, value }) => `${key} = ${printValue(value, true)}`)
        .join(", ")
    case "Word":
      return operand.text
    default:
      return printValue(operand, true)
  }
}

const isValueHole = (element: FormElement | undefined): boolean =>
  element?.kind === "hole" && element.as === "value"

/** A variable called `list` would take the WITH behind it for its own. */
const endsInCommandWord = (text: string): boolean =>
  formTree().words.has((/[\p{L}_][\p{L}\p{N}_]*$/u.exec(text)?.[0] ?? "").toUpperCase())

/** `CREATE TABLE name(` begins the columns of SQL. */
const sqlColumns = /^[\p{L}_][\p{L}\p{N}_.]*\s*\((?!\s*\))/u
const plainText = /^"(?:[^"\\]|\\.)*"$/s
const plainValue =
  /^(?:\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*)$/u

/**
 * Two operands side by side: a sign or a bracket of the second would go on with the first, and the first may
 * be a name that begins a command of its own.
 */
function guardNeighbour(text: string, isBehind: boolean): string {
  if (plainText.test(text)) return text
  const isName = plainValue.test(text) && !formTree().words.has(text.toUpperCase())
  return isBehind && isName ? text : `(${text})`
}

/** Operands that no form holds go by their names, which every command takes. */
function printNamed(name: string, operands: Operands, printValue: PrintValue): string {
  const print = (value: Expression) => printValue(value, true, false)
  const list = Object.entries(operands).map(([key, operand]) => {
    if (operand.kind === "Word") return `${key} = ${quoteText(operand.text, false)}`
    if (operand.kind === "ExpressionList")
      return `${key} = [${operand.items.map(print).join(", ")}]`
    if (operand.kind !== "FieldList") return `${key} = ${print(operand)}`
    const span = nowhere
    return `${key} = ${print({ kind: "ObjectLiteral", entries: operand.fields, span })}`
  })
  return list.length === 0 ? name : `${name} WITH ${list.join(", ")}`
}

/** Operands of a command that no definition knows: only a tree that was not parsed has them. */
function printUnformed(name: string, operands: Operands, printValue: PrintValue): string {
  const list = Object.values(operands).map((operand) =>
    printOperand(operand, (value, isInList) => printValue(value, isInList, false)),
  )
  return list.length === 0 ? name : `${name} ${list.join(", ")}`
}
