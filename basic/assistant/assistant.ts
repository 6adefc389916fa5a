/**
 * What a conversation's assistant works with: which knowledge bases, sites, tools, helper bots and model
 * are active. It belongs to one conversation, is plain data, and is changed by commands alone; the server
 * keeps it with the conversation's state, the preview in its world.
 */
export interface Assistant {
  /** Names of knowledge bases, in the order they were activated. */
  knowledge: string[]
  websites: ActiveWebsite[]
  tools: ActiveTool[]
  bots: HelperBot[]
  switchers: Switcher[]
  /** The model the script asked for: an alias such as "fast", or a name. Null for the bot's own. */
  model: string | null
  modelRouting: ModelRouting
  answerMode: AnswerMode
  /** What the chat should look like. Null for the bot's own. */
  theme: string | null
  /** What models have read and written for this conversation. Units: tokens. */
  usedTokens: number
}

export interface ActiveWebsite {
  url: string
  /** How often it is read anew, as written: "1d", "1m". */
  refresh: string
}
export interface ActiveTool {
  name: string
  /** Offered to others over MCP too. */
  isMcp: boolean
}
export interface HelperBot {
  name: string
  /** Words that call it. */
  triggers: string[]
  tools: string[]
  schedule: string | null
  /** Lower comes first. */
  priority: number
}
export interface Switcher {
  id: string
  label: string
}

export const answerModes = ["direct", "document", "sql", "tool", "chart"] as const
export type AnswerMode = (typeof answerModes)[number]
export const modelRoutings = [
  "manual",
  "auto",
  "cost",
  "quality",
  "load-balanced",
  "fallback",
] as const
export type ModelRouting = (typeof modelRoutings)[number]

export const emptyAssistant = (): Assistant => ({
  knowledge: [],
  websites: [],
  tools: [],
  bots: [],
  switchers: [],
  model: null,
  modelRouting: "manual",
  answerMode: "direct",
  theme: null,
  usedTokens: 0,
})

/** Says whether nothing was ever changed, so that nothing needs to be stored. */
export const isUntouched = (assistant: Assistant): boolean =>
  JSON.stringify(assistant) === untouched
const untouched = JSON.stringify(emptyAssistant())

/** How much one conversation may activate. */
export const assistantLimits = { entries: 100, nameChars: 200, priority: 1_000_000 }

/** A command asked for something the assistant cannot be. The script may catch it. */
export class AssistantProblem extends Error {
  override readonly name = "AssistantProblem"
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Trims a name and checks its length. `what` is how the sentence calls it: "knowledge base". */
export function checkName(what: string, given: string): string {
  const name = given.trim()
  if (name !== "" && name.length <= assistantLimits.nameChars) return name
  throw new AssistantProblem(
    "assistant.name_refused",
    `The name of a ${what} has 1 to ${assistantLimits.nameChars} characters; this one has ${name.length}.`,
  )
}

/** Adds to a list, or replaces what has the same key; lists of a conversation are bounded. */
export function putInto<T>(what: string, list: T[], entry: T, keyOf: (entry: T) => string): void {
  const at = list.findIndex((known) => isSameName(keyOf(known), keyOf(entry)))
  if (at >= 0) list[at] = entry
  else if (list.length < assistantLimits.entries) list.push(entry)
  else
    throw new AssistantProblem(
      "assistant.too_many",
      `A conversation may have ${assistantLimits.entries} active ${what}s.`,
    )
}

/** Takes out of a list; false when it was not there. */
export function takeFrom<T>(list: T[], name: string, keyOf: (entry: T) => string): boolean {
  const at = list.findIndex((known) => isSameName(keyOf(known), name))
  if (at >= 0) list.splice(at, 1)
  return at >= 0
}

/** Reads one of several words, in any case. */
export function chooseWord<W extends string>(what: string, words: readonly W[], given: string): W {
  const wanted = given
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
  const found = words.find((word) => word === wanted)
  if (found !== undefined) return found
  throw new AssistantProblem(
    "assistant.word_unknown",
    `There is no ${what} ${JSON.stringify(given.slice(0, 80))}; there are ${words.join(", ")}.`,
  )
}

/** "sales, legal" or a list's text: the words between commas or semicolons. */
export const splitWords = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((word) => word.trim().slice(0, assistantLimits.nameChars))
    .filter((word) => word !== "")
    .slice(0, assistantLimits.entries)

export const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()
