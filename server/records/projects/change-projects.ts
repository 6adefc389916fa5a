import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

/** Makes a project of the bot and gives its id. Throws: AppError "project.limit". */
export async function createProject(
  tx: OrgTx,
  { orgId, botId, nowMs }: RecordPlace,
  name: string,
  description: string,
): Promise<string> {
  const limit = limits.projectsPerBot
  const [row] = await tx.rows<{ made: number | string }>(
    "select count(*) as made from projects where org_id = $1 and bot_id = $2",
    [orgId, botId],
  )
  if (Number(row?.made ?? 0) >= limit) throw new AppError("project.limit", { limit })
  const id = newId("prj", nowMs)
  await tx.rows(
    `insert into projects (org_id, id, bot_id, name, description, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [orgId, id, botId, cut(name), cut(description), new Date(nowMs)],
  )
  return id
}

/** Finds a project of the bot by its id or its name. Throws: AppError "project.not_found". */
export async function findProject(
  tx: OrgTx,
  { orgId, botId }: Pick<RecordPlace, "orgId" | "botId">,
  wanted: string,
): Promise<{ id: string; name: string; people: string[] }> {
  const [row] = await tx.rows<{ id: string; name: string; people: string[] }>(
    `select id, name, people from projects
     where org_id = $1 and bot_id = $2 and (id = $3 or lower(name) = lower($3))
     order by created_at desc limit 1`,
    [orgId, botId, wanted.trim()],
  )
  if (row === undefined) throw new AppError("project.not_found")
  return row
}

/** Gives a project another name or description; an empty one stays as it was. */
export async function updateProject(
  tx: OrgTx,
  place: RecordPlace,
  wanted: string,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<void> {
  const { id } = await findProject(tx, place, wanted)
  await tx.rows(
    `update projects set name = coalesce(nullif($3, ''), name),
       description = coalesce(nullif($4, ''), description) where org_id = $1 and id = $2`,
    [place.orgId, id, cut(name), cut(description)],
  )
}

/** Adds somebody to a project once. Gives everybody who belongs to it. */
export async function addToProject(
  tx: OrgTx,
  place: RecordPlace,
  wanted: string,
  person: string,
): Promise<string[]> {
  const { id, people } = await findProject(tx, place, wanted)
  if (people.includes(person) || people.length >= limits.peoplePerProject) return people
  const all = [...people, cut(person)]
  await tx.rows("update projects set people = $3::text::jsonb where org_id = $1 and id = $2", [
    place.orgId,
    id,
    JSON.stringify(all),
  ])
  return all
}

/** Takes a project away; its tasks stay. */
export async function deleteProject(tx: OrgTx, place: RecordPlace, wanted: string): Promise<void> {
  const { id } = await findProject(tx, place, wanted)
  await tx.rows("delete from projects where org_id = $1 and id = $2", [place.orgId, id])
}

const cut = (text: string): string => storableText(text).slice(0, limits.taskTitleChars)
