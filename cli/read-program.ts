import { checkSource, type Program } from "#basic"
import type { Terminal } from "./command.ts"
import { readTextFile } from "./read-file.ts"
import { countFindings, printDiagnostics } from "./show-diagnostics.ts"

/** Reads a script that must have no errors; null when it has, and then they are on stderr. */
export const readProgram = (
  file: string,
  terminal: Terminal,
): { program: Program; source: string } | null => {
  const source = readTextFile(file, terminal)
  const { program, diagnostics } = checkSource(source)
  const errors = diagnostics.filter(({ severity }) => severity === "error")
  if (errors.length === 0) return { program, source }
  terminal.error(printDiagnostics(file, source, errors))
  terminal.error(`${file}: ${countFindings(errors.length, 0)}\n`)
  return null
}
