import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import { readQuestions } from "#catalog/evaluation/read-questions.ts"
import { limits } from "#catalog/limits.ts"
import { FileProblem, type Terminal } from "./command.ts"
import { readTextFile } from "./read-file.ts"

/** A set with everything a bot needs to be asked. */
export interface ReadEvaluation {
  readonly questions: readonly EvaluationQuestion[]
  /** What is said before each question. */
  readonly before: readonly string[]
  readonly prompts: Readonly<Record<string, string>>
  /** Null: the documents alone are asked. */
  readonly script: string | null
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export interface EvaluationPlaces {
  readonly documents: string | null
  readonly script: string | null
}

const problems = {
  ...{ no_list: "It holds no list of questions", no_question: "The question is missing" },
  no_quote: "A document goes with a quote from it, and a quote with its document",
  too_long: "A text is too long",
  too_many: `There are more than ${limits.evaluationQuestions} questions`,
} as const

/**
 * Reads a set of questions, JSON or CSV. An object names its `documents` (files or a folder), its `script`, what is
 * said `before` each question, and `prompts` of the library; paths are seen from the file. Without them the documents
 * are those beside it. Throws FileProblem.
 */
export function readEvaluation(
  file: string,
  places: EvaluationPlaces,
  terminal: Terminal,
): ReadEvaluation {
  const text = readTextFile(file, terminal)
  const most = { questions: limits.evaluationQuestions, chars: limits.evaluationChars }
  const read = readQuestions(text, most)
  if (!read.ok) {
    const place = read.line === 0 ? file : `${file}, question ${read.line}`
    throw new FileProblem(`${place}: ${problems[read.problem]}.`)
  }
  const holder = readHolder(text)
  const beside = (path: string) => join(dirname(file), path)
  const named = textsOf(holder.documents).map(beside)
  const paths = places.documents !== null ? [places.documents] : named
  const script =
    places.script ?? (holder.script === undefined ? null : beside(String(holder.script)))
  return {
    questions: read.questions,
    before: textsOf(holder.before),
    prompts: Object.fromEntries(
      Object.entries(isRecord(holder.prompts) ? holder.prompts : {}).map(([name, words]) => [
        ...[name, String(words)],
      ]),
    ),
    script: script === null ? null : readTextFile(script, terminal),
    documents: (paths.length > 0 ? paths : [dirname(file)]).flatMap((path) =>
      readDocuments(path, resolve(terminal.folder, file), terminal),
    ),
  }
}

function readHolder(text: string): Readonly<Record<string, unknown>> {
  if (!text.trimStart().startsWith("{")) return {}
  const value: unknown = JSON.parse(text)
  return isRecord(value) ? value : {}
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : []

/** What lies beside a set and is no document. */
const noDocument = /^(?:README\.md|LICEN[CS]E.*)$|\.(?:json|bas|csv)$/i

function readDocuments(path: string, set: string, terminal: Terminal) {
  const place = resolve(terminal.folder, path)
  try {
    if (!statSync(place).isDirectory())
      return [{ name: basename(place), bytes: new Uint8Array(readFileSync(place)) }]
    return readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !noDocument.test(entry.name))
      .map(({ name }) => join(place, name))
      .filter((one) => one !== set)
      .sort()
      .map((one) => ({ name: basename(one), bytes: new Uint8Array(readFileSync(one)) }))
  } catch {
    throw new FileProblem(`${path}: The documents cannot be read.`)
  }
}
