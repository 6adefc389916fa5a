import { checkSource, type Diagnostic } from "#basic"
import { type Command, exitCodes, FileProblem, type Terminal } from "../command.ts"
import { readTextFile } from "../read-file.ts"
import { countFindings, type Finding, printDiagnostics, toFindings } from "../show-diagnostics.ts"

interface Checked {
  readonly file: string
  readonly ok: boolean
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

const bySeverity = (diagnostics: readonly Diagnostic[]) => ({
  errors: diagnostics.filter(({ severity }) => severity === "error"),
  warnings: diagnostics.filter(({ severity }) => severity === "warning"),
})

/** A file that cannot be read is one finding at its beginning, so that machines get every file they named. */
const unreadable = (file: string, message: string): Checked => ({
  file,
  ok: false,
  errors: [{ code: "file.unreadable", line: 1, column: 1, message }],
  warnings: [],
})

const checkFile = (file: string, terminal: Terminal, isForPeople: boolean): Checked => {
  try {
    const source = readTextFile(file, terminal)
    const { diagnostics } = checkSource(source)
    const { errors, warnings } = bySeverity(diagnostics)
    if (isForPeople) {
      terminal.out(printDiagnostics(file, source, diagnostics))
      terminal.out(`${file}: ${countFindings(errors.length, warnings.length)}\n`)
    }
    return {
      file,
      ok: errors.length === 0,
      errors: toFindings(source, errors),
      warnings: toFindings(source, warnings),
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    if (isForPeople) terminal.error(`${error.message}\n`)
    return unreadable(file, error.message)
  }
}

export const check: Command = {
  name: "check",
  usage: "check [--json] FILE...",
  summary: "Says what is wrong with scripts.",
  options: { json: { type: "boolean" } },
  operands: [1, Number.POSITIVE_INFINITY],
  run: ({ files, flags }, terminal) => {
    const isJson = flags.json === true
    const results = files.map((file) => checkFile(file, terminal, !isJson))
    if (isJson) terminal.out(`${JSON.stringify(results, null, 2)}\n`)
    return results.every(({ ok }) => ok) ? exitCodes.fine : exitCodes.refused
  },
}
