import { AppError } from "#server/errors/app-error.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScripts } from "./load.ts"
import { ReadSourceInput } from "./schema.ts"

export interface FlowSource {
  readonly name: string
  readonly source: string
  readonly revision: number
}

/** The text of a flow by its name. Throws: AppError "bot.not_found", "script.not_found". */
export const readSource = defineVerb({
  name: "scripts.read",
  permission: "bots.read",
  input: ReadSourceInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId, name }): Promise<FlowSource> =>
    container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const scripts = await readScripts(tx, orgId, botId)
      const flow = scripts.find((one) => one.name.toLowerCase() === name.toLowerCase())
      if (flow === undefined) throw new AppError("script.not_found", { script: name })
      return { name: flow.name, source: flow.source, revision: flow.revision }
    }),
})
