import { basename } from "node:path"
import type { Workspace } from "#sdk/workspace/client.ts"
import type { Finding, Noticed } from "#sdk/workspace/types.ts"
import { type Command, exitCodes, type Terminal } from "../command.ts"
import { wantOption, withWorkspace } from "../open-workspace.ts"
import { readTextFile } from "../read-file.ts"

const usage = "push FILE --bot SLUG [--flow NAME] [--publish] [--staging] [--base REVISION]"

/** `start.bas` and any other file go into the flow "start", unless another one is named. */
export const pushCommand: Command = {
  name: "push",
  usage,
  summary:
    'Writes a script into the draft of a bot on a server, as its flow "start" or the one named, and publishes it if asked.',
  options: {
    bot: { type: "string" },
    flow: { type: "string" },
    publish: { type: "boolean" },
    staging: { type: "boolean" },
    base: { type: "string" },
  },
  operands: [1, 1],
  run: ({ files: [file = ""], flags }, terminal) => {
    const bot = wantOption(flags.bot, usage)
    const flow = typeof flags.flow === "string" ? flags.flow : "start"
    const source = readTextFile(file, terminal)
    const base = flags.base === undefined ? {} : { baseRevision: readRevision(flags.base) }
    return withWorkspace(terminal, async (workspace) => {
      const written = await workspace.flows.write(bot, flow, { source, ...base })
      for (const finding of written.findings) terminal.error(lineOf(basename(file), finding))
      const made = written.isNew ? "a new flow" : `revision ${written.revision}`
      terminal.out(`${bot}: ${written.name} is ${made}.\n`)
      if (flags.publish !== true && flags.staging !== true) return exitCodes.fine
      const to = flags.staging === true ? "staging" : "live"
      return await publish(workspace, terminal, { bot, to, baseRevision: written.draftRevision })
    })
  },
}

const readRevision = (text: unknown): number =>
  Number(wantOption(/^\d{1,9}$/.test(String(text)) ? text : "", `${usage} with a whole number`))

const lineOf = (file: string, { line, column, code, severity, message }: Finding): string =>
  `${file}:${line}:${column}  ${code}${severity === "error" ? "" : ` (${severity})`}\n    ${message}\n`

interface Publishing {
  readonly bot: string
  readonly to: "live" | "staging"
  readonly baseRevision: number
}

async function publish(
  workspace: Workspace,
  terminal: Terminal,
  { bot, ...body }: Publishing,
): Promise<number> {
  const published = await workspace.bots.publish(bot, body)
  if (published.ok) {
    terminal.out(`${bot}: version ${published.version.number} is published (${body.to}).\n`)
    return exitCodes.fine
  }
  const told = published.diagnostics.map(
    ({ script = "start", code, message }: Noticed) => `${script}: ${code}  ${message}\n`,
  )
  terminal.error(`${told.join("")}${bot}: The draft has errors, so nothing was published.\n`)
  return exitCodes.refused
}
