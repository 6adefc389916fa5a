import { z } from "zod"
import { defineVerb } from "../define-verb.ts"
import type { VisitorContext } from "./prove-public.ts"

/** What anyone may know of a published bot: these fields and no others. */
export interface PublicBotView {
  readonly id: string
  readonly name: string
}

export const getPublicBot = defineVerb({
  name: "bots.getPublic",
  permission: "conversations.start",
  input: z.strictObject({}),
  audit: null,
  run: async ({ bot }: VisitorContext): Promise<PublicBotView> => ({
    id: bot.slug,
    name: bot.name,
  }),
})
