import { type Command, exitCodes } from "../command.ts"
import { wantOption, withWorkspace } from "../open-workspace.ts"
import { writeFile } from "../write-file.ts"

const usage = "package export FILE --bot SLUG"

export const packageExportCommand: Command = {
  name: "package export",
  usage,
  summary:
    "Writes a bot of a server into one file: flows, texts, tests, prompts, documents, settings.",
  options: { bot: { type: "string" } },
  operands: [1, 1],
  run: ({ files: [file = ""], flags }, terminal) => {
    const bot = wantOption(flags.bot, usage)
    return withWorkspace(terminal, async (workspace) => {
      const bytes = await workspace.packages.export(bot)
      writeFile(file, bytes, terminal)
      terminal.out(`${file}: ${bytes.byteLength} bytes.\n`)
      return exitCodes.fine
    })
  },
}
