import type { PromptVariable } from "#catalog/prompts/prompt-variable.ts"
import { renderPrompt } from "#catalog/prompts/render-prompt.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace, RecordWork } from "../place.ts"
import { chooseVariant, type OpenSplit } from "./choose-variant.ts"

/** A prompt of the library as a step tells it. */
export interface UsedPrompt {
  readonly id: string
  readonly name: string
  readonly number: number
  /** Null where no split decided. */
  readonly splitId: string | null
  /** With the values in it. */
  readonly text: string
}

interface Row {
  readonly id: string
  readonly name: string
  readonly liveNumber: number
  readonly split: OpenSplit | null
  /** The version that an evaluation puts to the test here; null elsewhere. */
  readonly evaluatedNumber: number | null
}

/**
 * Chooses the version of a prompt that this person meets, puts the values in, and notes its use. `number` is null
 * where the flow follows what is live.
 *
 * Shape: `UsedPrompt`. Writes: prompt_uses.
 * Throws: AppError "prompt.not_found", "prompt.version_not_found", "prompt.variable_missing",
 * "prompt.variable_refused".
 */
export function usePrompt(
  name: string,
  pinned: number | null,
  values: Readonly<Record<string, string>>,
): RecordWork<UsedPrompt> {
  return async (tx, place) => {
    const { orgId, conversationId, contactId } = place
    const [row] = await tx.rows<Row>(
      `select p.id, p.name, p.live_number as "liveNumber", e.prompt_number as "evaluatedNumber",
         case when s.id is null then null else
           jsonb_build_object('id', s.id, 'numberA', s.number_a, 'numberB', s.number_b, 'percentB', s.percent_b)
         end as split
       from prompts p
       left join prompt_splits s on s.org_id = p.org_id and s.prompt_id = p.id and s.ended_at is null
       left join conversations c on c.org_id = p.org_id and c.id = $3 and c.channel like 'evaluation:%'
       left join evaluation_runs e
         on e.org_id = p.org_id and e.id = substr(c.channel, 12) and e.prompt_id = p.id
       where p.org_id = $1 and lower(p.name) = lower($2)`,
      [orgId, name, conversationId],
    )
    if (row === undefined) throw new AppError("prompt.not_found", { name })
    const person = contactId ?? conversationId
    const fixed = row.evaluatedNumber ?? pinned
    const split = fixed === null ? row.split : null
    const number = fixed ?? (split === null ? row.liveNumber : chooseVariant(split, person))
    const text = await fill(tx, orgId, row, number, values)
    const used = { id: row.id, name: row.name, number, splitId: split?.id ?? null }
    await noteUse(tx, place, used)
    return { ...used, text }
  }
}

async function fill(
  tx: OrgTx,
  orgId: string,
  { id, name }: Row,
  number: number,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const [version] = await tx.rows<{ text: string; variables: readonly PromptVariable[] }>(
    "select text, variables from prompt_versions where org_id = $1 and prompt_id = $2 and number = $3",
    [orgId, id, number],
  )
  if (version === undefined) throw new AppError("prompt.version_not_found", { name, number })
  const rendered = renderPrompt(version.text, version.variables, values)
  if (rendered.ok) return rendered.text
  const facts = { name, variable: rendered.name }
  if (rendered.problem === "missing") throw new AppError("prompt.variable_missing", facts)
  throw new AppError("prompt.variable_refused", { ...facts, wanted: rendered.wanted })
}

async function noteUse(
  tx: OrgTx,
  { orgId, botId, conversationId, contactId, nowMs }: RecordPlace,
  { id, number, splitId }: Omit<UsedPrompt, "text">,
): Promise<void> {
  await tx.rows(
    `insert into prompt_uses as u (org_id, prompt_id, number, conversation_id, split_id, bot_id, person,
       first_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (org_id, prompt_id, number, conversation_id) do update
       set uses = u.uses + 1, last_at = excluded.last_at, split_id = excluded.split_id`,
    [
      ...[orgId, id, number, conversationId, splitId, botId, contactId ?? conversationId],
      new Date(nowMs),
    ],
  )
}

/** Notes that nobody knew the answer. Writes: prompt_uses. */
export function noteUnknown({ id, number }: Pick<UsedPrompt, "id" | "number">): RecordWork {
  return async (tx, { orgId, conversationId }) => {
    await tx.rows(
      `update prompt_uses set unknown = unknown + 1
       where org_id = $1 and prompt_id = $2 and number = $3 and conversation_id = $4`,
      [orgId, id, number, conversationId],
    )
    return null
  }
}
