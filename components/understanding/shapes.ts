import type { BotUnderstanding } from "#server/services/understanding/list.ts"

/** As the server lists them. */
export type ListedIntent = BotUnderstanding["intents"][number]
export type ListedEntity = BotUnderstanding["entities"][number]
