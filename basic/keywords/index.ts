/** The registry: every keyword, in the order of the manual. A definition that is not in a family's list does not exist. */

import type { CommandKeyword, FunctionKeyword, Keyword } from "./define.ts"
import { aiCommands } from "./families/ai.ts"
import { botCommands } from "./families/bot.ts"
import { dialogCommands } from "./families/dialog.ts"
import { errorCommands } from "./families/error.ts"
import { eventCommands } from "./families/event.ts"
import { fileCommands } from "./families/file.ts"
import { httpCommands } from "./families/http.ts"
import { mailCommands } from "./families/mail.ts"
import { mediaCommands } from "./families/media.ts"
import { memoryCommands } from "./families/memory.ts"
import { peopleCommands } from "./families/people.ts"
import { scriptCommands } from "./families/script.ts"
import { socialCommands } from "./families/social.ts"
import { tableCommands } from "./families/tables.ts"
import { taskCommands } from "./families/task.ts"
import { functions } from "./functions.ts"

export const commands = [
  ...dialogCommands,
  ...memoryCommands,
  ...tableCommands,
  ...httpCommands,
  ...fileCommands,
  ...mailCommands,
  ...taskCommands,
  ...aiCommands,
  ...botCommands,
  ...eventCommands,
  ...peopleCommands,
  ...socialCommands,
  ...mediaCommands,
  ...scriptCommands,
  ...errorCommands,
] as const

export const keywords: readonly Keyword[] = [...commands, ...functions]

/** The commands a host performs: the server's table of handlers is typed by this. */
export type ServerCommand = Extract<(typeof commands)[number], { readonly runsOn: "server" }>

const commandsByName = new Map<string, CommandKeyword>(
  commands.map((command) => [command.name, command]),
)
const functionsByName = new Map<string, FunctionKeyword>()
for (const definition of functions as readonly FunctionKeyword[])
  for (const name of [definition.name, ...(definition.aliases ?? [])])
    functionsByName.set(spell(name), definition)

/** Finds a command by its canonical name; null when there is none. */
export const findCommand = (name: string): CommandKeyword | null =>
  commandsByName.get(name.toUpperCase()) ?? null

/** Finds a function by its name or an alias, in any case, with or without a final `$`; null when there is none. */
export const findFunction = (name: string): FunctionKeyword | null =>
  functionsByName.get(spell(name)) ?? null

/** Names of every function and alias, for suggestions and completion. */
export const listFunctionNames = (): string[] => [...functionsByName.keys()]

function spell(name: string): string {
  return (name.endsWith("$") ? name.slice(0, -1) : name).toUpperCase()
}
