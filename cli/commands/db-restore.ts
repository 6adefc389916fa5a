import { resolve } from "node:path"
import { type Command, exitCodes } from "../command.ts"
import { tellRefusal } from "../tell-refusal.ts"

export const dbRestoreCommand: Command = {
  name: "db restore",
  usage: "db restore FILE",
  summary:
    "Puts a backup in the place of the embedded database, which is kept; the server must not run.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) =>
    tellRefusal(terminal, async () => {
      const { readEnv } = await import("#server/env.ts")
      const { restoreInstallation } = await import("#server/services/installation/restore.ts")
      const file = resolve(terminal.folder, files[0] as string)
      const { replaced } = await restoreInstallation(readEnv(process.env), file, new Date())
      terminal.out(`The database of ${file} is in place.\n`)
      if (replaced !== null) terminal.error(`The one before it lies in ${replaced}.\n`)
      return exitCodes.fine
    }),
}
