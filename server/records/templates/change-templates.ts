import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { RecordPlace } from "../place.ts"
import { storableText } from "../storable.ts"

export interface MessageTemplate {
  readonly name: string
  readonly channel: string
  readonly subject: string
  readonly body: string
}

/** Keeps a template under its name, in place of one that has it. Throws: AppError "template.limit". */
export async function saveTemplate(
  tx: OrgTx,
  { orgId, botId, nowMs }: RecordPlace,
  template: MessageTemplate,
): Promise<void> {
  const limit = limits.templatesPerBot
  const [row] = await tx.rows<{ count: number | string }>(
    "select count(*) from message_templates where org_id = $1 and bot_id = $2 and name <> $3",
    [orgId, botId, template.name],
  )
  if (Number(row?.count ?? 0) >= limit) throw new AppError("template.limit", { limit })
  const texts = [template.name, template.channel, template.subject, template.body].map(storableText)
  await tx.rows(
    `insert into message_templates (org_id, bot_id, name, channel, subject, body, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (org_id, bot_id, name) do update set channel = excluded.channel,
       subject = excluded.subject, body = excluded.body, updated_at = excluded.updated_at`,
    [orgId, botId, ...texts, new Date(nowMs)],
  )
}

/** Finds a template of the bot by its name; null when there is none. */
export async function findTemplate(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
  name: string,
): Promise<MessageTemplate | null> {
  const [row] = await tx.rows<MessageTemplate>(
    `select name, channel, subject, body from message_templates
     where org_id = $1 and bot_id = $2 and name = $3`,
    [orgId, botId, storableText(name)],
  )
  return row ?? null
}

export async function listTemplates(
  tx: OrgTx,
  { orgId, botId }: RecordPlace,
): Promise<MessageTemplate[]> {
  return await tx.rows<MessageTemplate>(
    `select name, channel, subject, body from message_templates
     where org_id = $1 and bot_id = $2 order by name`,
    [orgId, botId],
  )
}
