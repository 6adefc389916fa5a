import { fromJson } from "#basic"
import { addMember } from "#basic/keywords/add-member.ts"
import { addTeamPerson, teamRoles } from "#server/records/teams/change-teams.ts"
import { handlerFor } from "./handler.ts"
import { readChoice } from "./people/read-choice.ts"

export const addMemberHandler = handlerFor(
  addMember,
  async ({ team = "", email = "", role = "" }, step) =>
    fromJson(
      await step.record(async (tx, place) => {
        const chosen = readChoice("role", role, teamRoles, "member")
        await addTeamPerson(tx, place, team, { email, role: chosen })
        return { success: true, group: team, email, role: chosen }
      }),
    ),
)
