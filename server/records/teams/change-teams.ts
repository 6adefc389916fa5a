import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

export const teamRoles = ["admin", "member", "viewer"] as const
export type TeamRole = (typeof teamRoles)[number]

export interface TeamPerson {
  readonly email: string
  readonly role: TeamRole
}

/** Says whether the bot keeps a group of this name, in any case. */
export async function hasTeam(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  team: string,
): Promise<boolean> {
  const rows = await tx.rows(
    "select 1 from team_people where org_id = $1 and bot_id = $2 and lower(team) = lower($3) limit 1",
    [orgId, botId, cut(team)],
  )
  return rows.length > 0
}

/** Adds somebody to a group that the bot keeps, or gives them another role in it. Throws: AppError "team.limit". */
export async function addTeamPerson(
  tx: OrgTx,
  { orgId, botId, nowMs }: RecordPlace,
  team: string,
  { email, role }: TeamPerson,
): Promise<void> {
  const limit = limits.peoplePerTeam
  const [row] = await tx.rows<{ count: number | string }>(
    "select count(*) from team_people where org_id = $1 and bot_id = $2 and team = $3",
    [orgId, botId, cut(team)],
  )
  if (Number(row?.count ?? 0) >= limit) throw new AppError("team.limit", { limit })
  await tx.rows(
    `insert into team_people (org_id, bot_id, team, email, role, added_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (org_id, bot_id, team, email) do update set role = excluded.role`,
    [orgId, botId, cut(team), cut(email.toLowerCase()), role, new Date(nowMs)],
  )
}

/** Takes somebody out of a group. Says whether they were in it. */
export async function removeTeamPerson(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
  team: string,
  email: string,
): Promise<boolean> {
  const rows = await tx.rows(
    `delete from team_people where org_id = $1 and bot_id = $2 and team = $3 and email = $4
     returning email`,
    [orgId, botId, cut(team), cut(email.toLowerCase())],
  )
  return rows.length > 0
}

export async function listTeam(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
  team: string,
): Promise<TeamPerson[]> {
  return await tx.rows<TeamPerson>(
    `select email, role from team_people where org_id = $1 and bot_id = $2 and team = $3 order by email`,
    [orgId, botId, cut(team)],
  )
}

const cut = (text: string): string => storableText(text.trim()).slice(0, limits.emailChars)
