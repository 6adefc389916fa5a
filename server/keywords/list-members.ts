import { fromJson } from "#basic"
import { listMembers } from "#basic/keywords/list-members.ts"
import { listTeam } from "#server/records/teams/change-teams.ts"
import { handlerFor } from "./handler.ts"

export const listMembersHandler = handlerFor(listMembers, async ({ team = "" }, step) =>
  fromJson(
    await step.record(async (tx, place) =>
      (await listTeam(tx, place, team)).map((person) => ({ ...person })),
    ),
  ),
)
