import { basename } from "node:path"
import { type Command, exitCodes } from "../command.ts"
import { withWorkspace } from "../open-workspace.ts"
import { readBytesOf } from "../read-file.ts"

export const packageImportCommand: Command = {
  name: "package import",
  usage: "package import FILE [--name NAME]",
  summary:
    "Makes a new bot on a server of a package, once all of it was checked; nothing of it runs.",
  options: { name: { type: "string" } },
  operands: [1, 1],
  run: ({ files: [file = ""], flags }, terminal) => {
    const bytes = readBytesOf(file, terminal)
    const named = typeof flags.name === "string" ? { name: flags.name } : {}
    return withWorkspace(terminal, async (workspace) => {
      const { bot, secrets, keptPrompts } = await workspace.packages.import(
        { name: basename(file), bytes },
        named,
      )
      terminal.out(`${bot.slug}\n`)
      if (secrets.length > 0)
        terminal.error(`Set these secret settings anew: ${secrets.join(", ")}.\n`)
      if (keptPrompts.length > 0)
        terminal.error(
          `These prompts were there and say something else: ${keptPrompts.join(", ")}.\n`,
        )
      return exitCodes.fine
    })
  },
}
