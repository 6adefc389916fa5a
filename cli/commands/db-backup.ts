import { type Command, exitCodes } from "../command.ts"
import { tellRefusal } from "../tell-refusal.ts"

export const dbBackupCommand: Command = {
  name: "db backup",
  usage: "db backup",
  summary:
    "Writes a backup of the embedded database; the server, which writes one a day, must not run.",
  options: {},
  operands: [0, 0],
  run: (_, terminal) =>
    tellRefusal(terminal, async () => {
      // Loaded here, so that the commands of the language begin without the server's libraries.
      const { readEnv } = await import("#server/env.ts")
      const { backUpInstallation } = await import("#server/services/installation/back-up.ts")
      terminal.out(`${await backUpInstallation(readEnv(process.env), new Date())}\n`)
      return exitCodes.fine
    }),
}
