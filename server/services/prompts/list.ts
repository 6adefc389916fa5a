import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { ListPromptsInput } from "./schema.ts"

export interface ListedPrompt {
  readonly id: string
  readonly name: string
  readonly liveNumber: number
  readonly versions: number
  /** What the live version says, shortened. */
  readonly text: string
  readonly isCompared: boolean
  readonly updatedAt: string
}

/** The prompts of the library, by name. */
export const listPrompts = defineVerb({
  name: "prompts.list",
  permission: "prompts.read",
  input: ListPromptsInput,
  audit: null,
  run: async ({ orgId, container }: ServiceContext): Promise<ListedPrompt[]> =>
    await container.db.withOrg(orgId, async (tx) => {
      const rows = await tx.rows<Omit<ListedPrompt, "updatedAt"> & { updated: Date }>(
        `select p.id, p.name, p.live_number as "liveNumber", left(v.text, 200) as text, p.updated_at as updated,
           (select count(*)::int from prompt_versions a where a.org_id = p.org_id and a.prompt_id = p.id) as versions,
           exists (select from prompt_splits s where s.org_id = p.org_id and s.prompt_id = p.id
             and s.ended_at is null) as "isCompared"
         from prompts p join prompt_versions v
           on v.org_id = p.org_id and v.prompt_id = p.id and v.number = p.live_number
         where p.org_id = $1 order by lower(p.name)`,
        [orgId],
      )
      return rows.map(({ updated, ...row }) => ({ ...row, updatedAt: updated.toISOString() }))
    }),
})
