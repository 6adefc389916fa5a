import { checkSource, type LinkScript, pretendUnknown } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import { FileProblem, type Terminal } from "./command.ts"
import { readTextFile } from "./read-file.ts"
import {
  isFolder,
  listNeighbours,
  listPackages,
  type PackageScript,
  readParams,
} from "./read-package.ts"
import { readProgram } from "./read-program.ts"

/** A bot as the command line runs it: the entry first. */
export interface ReadBot {
  readonly scripts: readonly (LinkScript & PackageScript)[]
  readonly params: Readonly<Record<string, Json>>
}

/** A text that calls nothing needs no neighbours. */
const callsOthers = /\b(?:CALL|RUN|INCLUDE)\b/i

/**
 * Reads the bot that a file or a folder means: the file with the scripts beside it that it may call, or the
 * package in the folder. Null when the entry has errors, and then they are on stderr.
 *
 * Throws FileProblem when there is no script, or more than one bot.
 */
export const readBot = (path: string, terminal: Terminal): ReadBot | null => {
  const { scripts, config } = isFolder(path, terminal)
    ? findOne(path, terminal)
    : { scripts: null, config: null }
  const file = scripts?.[0]?.file ?? path
  const read = readProgram(file, terminal)
  if (read === null) return null
  const [own, ...others] =
    scripts ?? (callsOthers.test(read.source) ? listNeighbours(path, terminal) : [])
  const entry = { name: own?.name ?? "start", file, ...read }
  return {
    scripts: [pretendScript(entry), ...others.flatMap((script) => readOther(script, terminal))],
    params: readParams(config, terminal),
  }
}

function findOne(folder: string, terminal: Terminal) {
  const packages = listPackages(folder, terminal)
  const [found, other] = packages
  if (found === undefined || found.scripts.length === 0)
    throw new FileProblem(`${folder}: There is no script *.bas in it.`)
  if (other !== undefined)
    throw new FileProblem(
      `${folder}: There are ${packages.length} bots in it; name one of them, such as ${found.folder}.`,
    )
  return found
}

/** A script that cannot be read, or has errors, is told of; what can be run of it still can. */
function readOther(script: PackageScript, terminal: Terminal): (LinkScript & PackageScript)[] {
  try {
    const source = readTextFile(script.file, terminal)
    const { program, diagnostics } = checkSource(source)
    const errors = diagnostics.filter(({ severity }) => severity === "error").length
    if (errors > 0)
      terminal.error(`${script.file}: ${errors} error${errors === 1 ? "" : "s"}, see "check".\n`)
    return [pretendScript({ ...script, source, program })]
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    terminal.error(`${error.message}\n`)
    return []
  }
}

const pretendScript = <Script extends LinkScript>(script: Script): Script => ({
  ...script,
  program: pretendUnknown(script.program),
})
