import { checkScripts, checkSource, type Diagnostic } from "#basic"
import { type Command, exitCodes, FileProblem, type Terminal } from "../command.ts"
import { readTextFile } from "../read-file.ts"
import { isFolder, listPackages, type Package, readParams } from "../read-package.ts"
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

const tell = (
  { file, source }: { readonly file: string; readonly source: string },
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  isForPeople: boolean,
): Checked => {
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
}

/** The scripts of one bot together: what calls name must be among them. */
const checkPackage = (
  { scripts, config }: Package,
  terminal: Terminal,
  isForPeople: boolean,
): Checked[] => {
  const results: Checked[] = []
  const refuse = (file: string, error: unknown) => {
    if (!(error instanceof FileProblem)) throw error
    if (isForPeople) terminal.error(`${error.message}\n`)
    results.push(unreadable(file, error.message))
  }
  const read = scripts.flatMap((script) => {
    try {
      return [{ ...script, source: readTextFile(script.file, terminal) }]
    } catch (error) {
      refuse(script.file, error)
      return []
    }
  })
  checkScripts(read).forEach(({ diagnostics }, index) => {
    const script = read[index]
    if (script) results.push(tell(script, diagnostics, terminal, isForPeople))
  })
  try {
    readParams(config, terminal)
  } catch (error) {
    refuse(config ?? "", error)
  }
  return results
}

const checkFolder = (folder: string, terminal: Terminal, isForPeople: boolean): Checked[] => {
  const packages = listPackages(folder, terminal)
  if (packages.every(({ scripts }) => scripts.length === 0))
    throw new FileProblem(`${folder}: There is no script *.bas in it.`)
  return packages.flatMap((one) => checkPackage(one, terminal, isForPeople))
}

const checkFile = (file: string, terminal: Terminal, isForPeople: boolean): Checked => {
  try {
    const source = readTextFile(file, terminal)
    return tell({ file, source }, checkSource(source).diagnostics, terminal, isForPeople)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    if (isForPeople) terminal.error(`${error.message}\n`)
    return unreadable(file, error.message)
  }
}

export const check: Command = {
  name: "check",
  usage: "check [--json] FILE|FOLDER...",
  summary: "Says what is wrong with scripts, and with bots of several scripts in folders.",
  options: { json: { type: "boolean" } },
  operands: [1, Number.POSITIVE_INFINITY],
  run: ({ files, flags }, terminal) => {
    const isJson = flags.json === true
    const results = files.flatMap((path) =>
      isFolder(path, terminal)
        ? checkFolder(path, terminal, !isJson)
        : [checkFile(path, terminal, !isJson)],
    )
    if (isJson) terminal.out(`${JSON.stringify(results, null, 2)}\n`)
    return results.every(({ ok }) => ok) ? exitCodes.fine : exitCodes.refused
  },
}
