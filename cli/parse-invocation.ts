import { parseArgs } from "node:util"
import { type Command, type Invocation, UsageError } from "./command.ts"

const describeCount = ([fewest, most]: Command["operands"]): string => {
  if (most === 0) return "no file"
  if (most === 1) return "one file"
  return fewest === 1 ? "at least one file" : `${fewest} to ${most} files`
}

const parse = (command: Command, args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${(message.split(". ")[0] as string).replace(/\.?$/, "")}.`)
  }
}

/** Reads what stands behind a command's name. Throws UsageError with one sentence. */
export const parseInvocation = (command: Command, args: readonly string[]): Invocation => {
  const { values, positionals } = parse(command, args)
  const [fewest, most] = command.operands
  if (positionals.length < fewest || positionals.length > most)
    throw new UsageError(
      `${command.name} takes ${describeCount(command.operands)}, but ${positionals.length} ${positionals.length === 1 ? "is" : "are"} given.`,
    )
  return { files: positionals, flags: values }
}
