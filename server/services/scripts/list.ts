import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScripts, type Script } from "./load.ts"
import { ScriptsInput } from "./schema.ts"

/** The flows of a bot with their texts: the builder checks and tries them together. */
export interface BotScripts {
  /** "start" first. */
  readonly scripts: readonly Script[]
  /** Grows by one with each change to any of them; a publication names it. */
  readonly draftRevision: number
}

/** Throws: AppError "bot.not_found". */
export const listScripts = defineVerb({
  name: "scripts.list",
  permission: "bots.read",
  input: ScriptsInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId }): Promise<BotScripts> =>
    container.db.withOrg(orgId, async (tx) => {
      const { draftRevision } = await loadBot(tx, orgId, botId)
      return { scripts: await readScripts(tx, orgId, botId), draftRevision }
    }),
})
