import { exitCodes, type Terminal } from "./command.ts"

/** What the server's parts throw when they cannot begin; told by name, so that nothing of them is loaded for it. */
const refusals = new Set(["StartRefusal", "DatabaseRefusal"])

/** Does work with parts of the server; a refusal of theirs is its one sentence, and the exit code 1. */
export async function tellRefusal(
  terminal: Terminal,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && refusals.has(error.name))) throw error
    terminal.error(`${error.message}\n`)
    return exitCodes.refused
  }
}
