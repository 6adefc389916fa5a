import { checkLaws, type LawFinding, parse } from "#basic"
import { type Command, exitCodes, FileProblem, type Terminal } from "../command.ts"
import { readTextFile } from "../read-file.ts"

interface Judged {
  readonly file: string
  readonly ok: boolean
  readonly skipped?: readonly LawFinding[]
  readonly failed?: readonly LawFinding[]
}

const laws = ["print", "graph", "bundle"] as const

/** A text that is no program has no tree to hold the laws against. */
const judgeSource = (file: string, source: string): Judged => {
  const error = parse(source).diagnostics.find(({ severity }) => severity === "error")
  if (error) {
    const message = `The file does not parse: ${error.message}`
    return { file, ok: true, skipped: laws.map((law) => ({ law, message })) }
  }
  const { ok, skipped, failed } = checkLaws(source)
  return {
    file,
    ok,
    ...(skipped.length > 0 && { skipped }),
    ...(failed.length > 0 && { failed }),
  }
}

const judgeFile = (file: string, terminal: Terminal): Judged | FileProblem => {
  try {
    return judgeSource(file, readTextFile(file, terminal))
  } catch (error) {
    if (error instanceof FileProblem) return error
    throw error
  }
}

const printJudged = ({ file, ok, skipped = [], failed = [] }: Judged): string =>
  [
    `${file}: ${ok ? "ok" : "broken"}`,
    ...failed.map(({ law, message }) => `  ${law}: ${message}`),
    ...skipped.map(({ law, message }) => `  ${law}: skipped. ${message}`),
  ]
    .map((line) => `${line}\n`)
    .join("")

export const lawsCommand: Command = {
  name: "laws",
  usage: "laws [--json] FILE...",
  summary: "Checks that a script, its printed form, its graph and its code say the same.",
  options: { json: { type: "boolean" } },
  operands: [1, Number.POSITIVE_INFINITY],
  run: ({ files, flags }, terminal) => {
    const results = files.map((file) => judgeFile(file, terminal))
    const judged = results.filter((result): result is Judged => !(result instanceof FileProblem))
    for (const problem of results) {
      if (problem instanceof FileProblem) terminal.error(`${problem.message}\n`)
    }
    if (flags.json === true) terminal.out(`${JSON.stringify(judged, null, 2)}\n`)
    else for (const one of judged) terminal.out(printJudged(one))
    const isFine = judged.length === results.length && judged.every(({ ok }) => ok)
    return isFine ? exitCodes.fine : exitCodes.refused
  },
}
