import { readCsvRows } from "#basic"
import type { EvaluationQuestion } from "./question.ts"

export type ReadQuestions =
  | { readonly ok: true; readonly questions: readonly EvaluationQuestion[]; readonly name: string }
  /** `line` counts questions from 1; 0 for the file as a whole. */
  | { readonly ok: false; readonly line: number; readonly problem: QuestionProblem }
export type QuestionProblem = "no_list" | "no_question" | "no_quote" | "too_long" | "too_many"

export interface QuestionLimits {
  readonly questions: number
  readonly chars: number
}

type Row = Readonly<Record<string, unknown>>

/**
 * Reads questions from JSON, a list or `{ name, questions }`, or from CSV with a heading. A question has
 * `question`, and of `document`, `quote`, `alt_quotes` (in CSV with | between) and `answer` what is expected; with
 * `answerable` false nothing is.
 */
export function readQuestions(text: string, limits: QuestionLimits): ReadQuestions {
  const plain = text.replace(/^\uFEFF/, "").trim()
  const isJson = plain.startsWith("[") || plain.startsWith("{")
  const given = isJson ? readJson(plain) : { rows: readCsvRows(plain), name: "" }
  if (given === null || given.rows.length === 0) return { ok: false, line: 0, problem: "no_list" }
  if (given.rows.length > limits.questions) return { ok: false, line: 0, problem: "too_many" }
  const questions: EvaluationQuestion[] = []
  for (const [at, row] of given.rows.entries()) {
    const read = readRow(row, at + 1, limits)
    if (typeof read === "string") return { ok: false, line: at + 1, problem: read }
    questions.push(read)
  }
  return { ok: true, questions, name: given.name }
}

function readJson(text: string): { rows: Row[]; name: string } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const holder = isRow(value) ? value : {}
  const list = Array.isArray(value) ? value : holder.questions
  if (!Array.isArray(list) || !list.every(isRow)) return null
  return { rows: list, name: typeof holder.name === "string" ? holder.name : "" }
}

const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function readRow(row: Row, number: number, { chars }: QuestionLimits) {
  const question = textOf(row.question)
  if (question === "") return "no_question"
  const others = Array.isArray(row.alt_quotes)
    ? row.alt_quotes.map(textOf)
    : textOf(row.alt_quotes).split("|")
  const isDeclined = row.answerable === false || /^(?:false|no|0)$/i.test(textOf(row.answerable))
  const document = isDeclined ? "" : textOf(row.document)
  const quote = isDeclined ? "" : textOf(row.quote)
  if ((document === "") !== (quote === "")) return "no_quote"
  const answer = isDeclined ? "" : textOf(row.answer)
  const alternatives = others.map((each) => each.trim()).filter((each) => each !== "")
  const all = [question, document, quote, answer, ...alternatives]
  if (all.some((each) => each.length > chars) || alternatives.length > 20) return "too_long"
  return {
    id: textOf(row.id).slice(0, 60) || String(number),
    question,
    passage: document === "" ? null : { document, quote, others: alternatives },
    answer: answer === "" ? null : answer,
  }
}

/** A spreadsheet is kept from calculating a text by an apostrophe before it. */
const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value.trim().replace(/^'(?=[=+\-@\t\r])/, "")
    : typeof value === "number"
      ? String(value)
      : ""
