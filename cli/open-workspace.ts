import { ApiError } from "#sdk/api-error.ts"
import { Workspace } from "#sdk/workspace/client.ts"
import { exitCodes, type Terminal, UsageError } from "./command.ts"

/**
 * Does work with the API of a server: `BOTWRIGHT_URL` says which, `BOTWRIGHT_API_KEY` who asks. What the server refuses is
 * its own sentence with what to do, and the exit code 1.
 */
export async function withWorkspace(
  terminal: Terminal,
  work: (workspace: Workspace) => Promise<number>,
): Promise<number> {
  const { BOTWRIGHT_API_KEY: key, BOTWRIGHT_URL: origin = "http://127.0.0.1:3000" } = process.env
  if (!key)
    throw new UsageError(
      "Set BOTWRIGHT_API_KEY to a key from Settings > API keys, and BOTWRIGHT_URL to the address of the server.",
    )
  if (!URL.canParse(origin) || !/^https?:\/\//.test(origin))
    throw new UsageError(`BOTWRIGHT_URL is no address: ${origin}. Write https://bots.example.`)
  try {
    return await work(new Workspace({ origin, key }))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const place = error.code === "network.unreachable" ? ` (${origin})` : ` (${error.code})`
    terminal.error(`${error.message}${place}\n${error.fix === "" ? "" : `${error.fix}\n`}`)
    return exitCodes.refused
  }
}

/** The value of an option that a command cannot do without. */
export function wantOption(value: unknown, usage: string): string {
  if (typeof value === "string" && value.trim() !== "") return value
  throw new UsageError(`Write: ${usage}`)
}
