import type { Json } from "../vm/value.ts"
import {
  type Assistant,
  AssistantProblem,
  assistantLimits,
  checkName,
  type HelperBot,
  isSameName,
  putInto,
  splitWords,
  takeFrom,
} from "./assistant.ts"

interface Joining {
  readonly name: string
  readonly triggers?: string | undefined
  readonly tools?: string | undefined
  readonly schedule?: string | undefined
}

export const botNameOf = (given: string): string =>
  checkName("bot", given.trim().replace(/\.(?:gbai|gbdialog|bas)$/i, ""))

/** A bot that is added again keeps its place and takes on the new words. */
export function addBot({ bots }: Assistant, { name, triggers, tools, schedule }: Joining): void {
  const known = bots.find((bot) => isSameName(bot.name, botNameOf(name)))
  const bot: HelperBot = {
    name: botNameOf(name),
    triggers: splitWords(triggers ?? ""),
    tools: splitWords(tools ?? ""),
    schedule: schedule?.trim().slice(0, assistantLimits.nameChars) || null,
    priority: known?.priority ?? bots.length + 1,
  }
  putInto("bot", bots, bot, (each) => each.name)
}

/** False when it was not there. */
export const removeBot = ({ bots }: Assistant, given: string): boolean =>
  takeFrom(bots, botNameOf(given), ({ name }) => name)

/** The helper bots, the one with the lowest number first. */
export const listBots = ({ bots }: Assistant): Json =>
  bots
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ name, triggers, tools, schedule, priority }) => ({
      name,
      triggers: [...triggers],
      tools: [...tools],
      schedule,
      priority,
    }))

/** Throws `AssistantProblem` for a bot that is not among the helpers, and for a number out of reach. */
export function setBotPriority({ bots }: Assistant, given: string, priority: number): void {
  const bot = bots.find(({ name }) => isSameName(name, botNameOf(given)))
  if (bot === undefined)
    throw new AssistantProblem(
      "assistant.bot_unknown",
      `${botNameOf(given)} is not a helper of this conversation; add it with ADD BOT.`,
    )
  bot.priority = Math.max(-assistantLimits.priority, Math.min(assistantLimits.priority, priority))
}
