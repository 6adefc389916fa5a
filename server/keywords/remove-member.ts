import { fromJson } from "#basic"
import { removeMember } from "#basic/keywords/remove-member.ts"
import { removeTeamPerson } from "#server/records/teams/change-teams.ts"
import { handlerFor } from "./handler.ts"

export const removeMemberHandler = handlerFor(
  removeMember,
  async ({ team = "", email = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => ({
        success: await removeTeamPerson(tx, place, team, email),
        group: team,
        email,
      })),
    ),
)
