import { type Command, exitCodes, FileProblem, type Terminal, UsageError } from "./command.ts"
import { commands } from "./commands/index.ts"
import { parseInvocation } from "./parse-invocation.ts"

const terminal: Terminal = {
  folder: process.env.BOTWRIGHT_CALLED_FROM ?? process.cwd(),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
}

const help = (): string =>
  [
    "Usage: npm run bw -- COMMAND ...",
    "",
    ...commands.flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    "",
    "Exit codes: 0 it worked, 1 the answer is no or a file cannot be used, 2 wrong usage.",
    "",
  ].join("\n")

/** Finds the command the arguments begin with; names may have two words. */
const findCommand = (args: readonly string[]): { command: Command; rest: readonly string[] } => {
  for (const count of [2, 1]) {
    const name = args.slice(0, count).join(" ")
    const command = commands.find((one) => one.name === name)
    if (command) return { command, rest: args.slice(count) }
  }
  const found = args[0] === undefined ? "No command is given." : `There is no command "${args[0]}".`
  throw new UsageError(`${found} Commands: ${commands.map(({ name }) => name).join(", ")}.`)
}

const execute = async (args: readonly string[]): Promise<number> => {
  if (args[0] === "help" || args.includes("--help") || args.includes("-h")) {
    terminal.out(help())
    return exitCodes.fine
  }
  const { command, rest } = findCommand(args)
  return await command.run(parseInvocation(command, rest), terminal)
}

/** One sentence for whatever went wrong, and its exit code. */
const explain = (error: unknown): number => {
  if (process.env.BOTWRIGHT_DEBUG === "1") terminal.error(`${String((error as Error)?.stack)}\n`)
  const message = error instanceof Error ? error.message : String(error)
  const isKnown = error instanceof UsageError || error instanceof FileProblem
  const sentence = isKnown
    ? message
    : `The command stopped unexpectedly: ${message.split("\n")[0]} (BOTWRIGHT_DEBUG=1 shows where.)`
  terminal.error(`${sentence}\n`)
  return error instanceof UsageError ? exitCodes.usage : exitCodes.refused
}

/** A reader that closes the pipe early, such as `head`, is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.fine : exitCodes.refused)
})

/** Runs the command that the arguments name and sets the exit code; never throws. */
export const botwright = async (args: readonly string[]): Promise<void> => {
  try {
    process.exitCode = await execute(args)
  } catch (error) {
    process.exitCode = explain(error)
  }
}
