/** The registry: every keyword, in the order of the manual. A definition that is not listed here does not exist. */

import { addSuggestion } from "./add-suggestion.ts"
import { assertCondition } from "./assert.ts"
import { clearError } from "./clear-error.ts"
import { clearHeaders } from "./clear-headers.ts"
import { clearSuggestions } from "./clear-suggestions.ts"
import type { CommandKeyword, FunctionKeyword, Keyword } from "./define.ts"
import { deleteUrl } from "./delete.ts"
import { errorMessage } from "./error-message.ts"
import { functions } from "./functions.ts"
import { getUrl } from "./get.ts"
import { getBotMemory } from "./get-bot-memory.ts"
import { getSession } from "./get-session.ts"
import { getUserMemory } from "./get-user-memory.ts"
import { hear } from "./hear.ts"
import { patchUrl } from "./patch.ts"
import { postUrl } from "./post.ts"
import { print } from "./print.ts"
import { putUrl } from "./put.ts"
import { recall } from "./recall.ts"
import { remember } from "./remember.ts"
import { setBotMemory } from "./set-bot-memory.ts"
import { setContext } from "./set-context.ts"
import { setHeader } from "./set-header.ts"
import { setLanguage } from "./set-language.ts"
import { setSession } from "./set-session.ts"
import { setUserMemory } from "./set-user-memory.ts"
import { systemPrompt } from "./system-prompt.ts"
import { talk } from "./talk.ts"
import { throwError } from "./throw.ts"
import { wait } from "./wait.ts"

export const commands = [
  talk,
  print,
  hear,
  wait,
  addSuggestion,
  clearSuggestions,
  systemPrompt,
  setContext,
  setBotMemory,
  getBotMemory,
  setUserMemory,
  getUserMemory,
  setSession,
  getSession,
  remember,
  recall,
  setLanguage,
  getUrl,
  postUrl,
  putUrl,
  patchUrl,
  deleteUrl,
  setHeader,
  clearHeaders,
  throwError,
  assertCondition,
  clearError,
  errorMessage,
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
  return name.replace(/\$$/, "").toUpperCase()
}
