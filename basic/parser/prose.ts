import type { Program, Statement } from "../ast/nodes.ts"
import { walkProgram } from "../ast/walk.ts"

/** Marks that prose has none of: operators, brackets, quotes, and a shouted word at the start. */
const codeMarks = /[=()[\]{}"]|^[A-Z]{2}/
const quoted = /"[^"]*"|`[^`]*`|\$\{[^}]{0,80}\}/g
const shoutedStart = /^\s*[A-Z][A-Z_]+(?![\p{L}\p{N}])/u
/** A word and, behind one blank, a word that begins small. */
const wordPair = /\p{L}[,;]? (?=\p{Ll})/gu
const fewestPairs = 3
const fewestSentences = 3

/**
 * Says whether a text is prose that somebody saved as a script: a prompt, a note. One sentence about
 * the whole of it helps more than an error on every line.
 *
 * Shape: either no line is a statement and none has a mark of code, or most lines are sentences, none
 *        begins with a shouted word, and hardly one is a statement by accident ("Print this page").
 */
export function isProse(source: string, program: Program, hasErrors: boolean): boolean {
  const { statements } = program.body
  if (!hasErrors || statements.length === 0) return false
  const isUnread = (each: Statement) =>
    each.kind === "BrokenStatement" && !codeMarks.test(each.text)
  if (statements.length >= 3 && statements.every(isUnread)) return true
  return hasSentences(source) && countDeeds(program) * 10 <= source.split("\n").length
}

/** Most lines are sentences, and none begins with a shouted word. */
export function hasSentences(source: string): boolean {
  const lines = source.split(/\r\n?|\n/).filter((line) => line.trim() !== "")
  if (lines.some((line) => shoutedStart.test(line))) return false
  const sentences = lines.filter(isSentence)
  return sentences.length >= fewestSentences && sentences.length * 2 >= lines.length
}

/** Longer lines are cut: their beginning shows what they are. Units: UTF-16 code units. */
const longestLine = 1000

const isSentence = (line: string): boolean =>
  (line.slice(0, longestLine).replace(quoted, '""').match(wordPair)?.length ?? 0) >= fewestPairs

const deeds: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>([
  "AssignStatement",
  "CommandStatement",
  "HearStatement",
  "CallStatement",
  "TextBlockStatement",
  "WithStatement",
  "SelectStatement",
  "ProcedureStatement",
])

function countDeeds(program: Program): number {
  let count = 0
  walkProgram(program, {
    statement: ({ kind }) => {
      if (deeds.has(kind)) count++
    },
  })
  return count
}
