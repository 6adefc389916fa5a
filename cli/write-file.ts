import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { FileProblem, type Terminal } from "./command.ts"

/** Writes a file named on the command line. Throws FileProblem with one sentence that names it. */
export const writeFile = (file: string, content: string | Uint8Array, terminal: Terminal): void => {
  try {
    writeFileSync(resolve(terminal.folder, file), content)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason"
    throw new FileProblem(`${file}: The file cannot be written (${code}).`)
  }
}
