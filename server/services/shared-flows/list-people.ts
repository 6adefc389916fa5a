import type { BotId } from "#catalog/ids.ts"
import { NoInput } from "../accounts/schema.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { peopleBoardOf } from "./people-board.ts"

/** Somebody else who works on a bot right now. */
export interface PersonAtBot {
  readonly botId: BotId
  readonly userId: string
  readonly name: string
}

/** Who else has bots of the organization open in the builder. */
export const listPeople = defineVerb({
  name: "bots.people",
  permission: "bots.read",
  input: NoInput,
  audit: null,
  run: async ({ orgId, userId, container }: ServiceContext): Promise<PersonAtBot[]> =>
    peopleBoardOf(container)
      .list(orgId, Date.now())
      .filter((person) => person.userId !== userId)
      .map((person) => ({
        botId: person.botId as BotId,
        userId: person.userId,
        name: person.name,
      })),
})
