import { fromJson, listRecipients } from "#basic"
import { createTeam } from "#basic/keywords/create-team.ts"
import { limits } from "#catalog/limits.ts"
import { addTeamPerson } from "#server/records/teams/change-teams.ts"
import { handlerFor } from "./handler.ts"

export const createTeamHandler = handlerFor(createTeam, async ({ team = "", people }, step) =>
  fromJson(
    await step.record(async (tx, place) => {
      const all = listRecipients(people ?? null).slice(0, limits.peoplePerTeam)
      for (const email of all) await addTeamPerson(tx, place, team, { email, role: "member" })
      return { success: true, name: team, members: all.length }
    }),
  ),
)
