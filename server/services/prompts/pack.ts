import type { OrgId } from "#catalog/ids.ts"
import type { PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import type { OrgTx } from "#db/transaction.ts"

/** A prompt as it goes along with a bot: what is live, and the versions that a flow names by number. */
export interface PackedPrompt {
  readonly name: string
  readonly goal: string | null
  readonly rating: string | null
  readonly liveNumber: number
  readonly versions: readonly {
    readonly number: number
    readonly text: string
    readonly variables: readonly PromptVariable[]
    readonly note: string
  }[]
}

interface Named {
  readonly name: string
  /** Null for what is live. */
  readonly number: number | null
}

/** The prompts that flows name in plain text. One that a flow puts together while it runs cannot be known. */
export function listNamedPrompts(sources: readonly string[]): Named[] {
  const clause = /\bWITH\s+PROMPT\s+"([^"\n]+)"/gi
  return sources.flatMap((source) =>
    [...source.matchAll(clause)].map(([, given = ""]) => {
      const [name = "", number] = given.split("@")
      return {
        name: name.trim().toLowerCase(),
        number: number === undefined ? null : Number(number),
      }
    }),
  )
}

/** Packs the prompts of the library that these flows name, by name. */
export async function packPrompts(
  tx: OrgTx,
  orgId: OrgId,
  sources: readonly string[],
): Promise<PackedPrompt[]> {
  const named = listNamedPrompts(sources)
  if (named.length === 0) return []
  const prompts = await tx.rows<PackedPrompt>(
    `select p.name, p.goal, p.rating, p.live_number as "liveNumber",
       (select jsonb_agg(jsonb_build_object('number', v.number, 'text', v.text, 'variables', v.variables, 'note', v.note)
          order by v.number)
        from prompt_versions v where v.org_id = p.org_id and v.prompt_id = p.id) as versions
     from prompts p where p.org_id = $1 and lower(p.name) = any ($2) order by lower(p.name)`,
    [orgId, [...new Set(named.map(({ name }) => name))]],
  )
  return prompts.map((prompt) => {
    const pinned = named.filter(({ name }) => name === prompt.name.toLowerCase())
    const wanted = new Set([prompt.liveNumber, ...pinned.map(({ number }) => number)])
    return { ...prompt, versions: prompt.versions.filter(({ number }) => wanted.has(number)) }
  })
}
