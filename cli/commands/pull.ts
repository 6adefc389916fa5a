import { type Command, exitCodes } from "../command.ts"
import { wantOption, withWorkspace } from "../open-workspace.ts"
import { writeFile } from "../write-file.ts"

const usage = "pull [FILE] --bot SLUG [--flow NAME]"

export const pullCommand: Command = {
  name: "pull",
  usage,
  summary:
    'Prints a flow of a bot on a server as its draft has it, or writes it into a file; "start" unless another is named.',
  options: { bot: { type: "string" }, flow: { type: "string" } },
  operands: [0, 1],
  run: ({ files: [file], flags }, terminal) => {
    const bot = wantOption(flags.bot, usage)
    return withWorkspace(terminal, async (workspace) => {
      const flow = typeof flags.flow === "string" ? flags.flow : "start"
      const { source, name, revision } = await workspace.flows.read(bot, flow)
      if (file === undefined) terminal.out(source)
      else {
        writeFile(file, source, terminal)
        terminal.error(`${file}: ${name} of ${bot}, revision ${revision}.\n`)
      }
      return exitCodes.fine
    })
  },
}
