import type { OrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"
import { readTools, type ScriptTool } from "#server/records/tools/read-tools.ts"
import { hashToken } from "../accounts/link-token.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { isSame } from "../webhooks/receive.ts"
import { findWebhookKey } from "../webhooks/webhook-key.ts"

export interface OfferedTools {
  readonly versionId: string
  readonly tools: readonly ScriptTool[]
}

/** The tools of a bot's published version, for whoever has its key. Throws: AppError "tool.key_refused". */
export async function loadOfferedTools(
  { container, orgId, bot }: VisitorContext,
  key: string,
): Promise<OfferedTools> {
  return await container.db.withOrg(orgId, async (tx) => {
    const known = await findWebhookKey(tx, orgId, bot.id)
    if (known === null || !isSame(hashToken(key), known.tokenHash))
      throw new AppError("tool.key_refused")
    const versionId = await findPublished(tx, orgId, bot.id)
    const place = { orgId, botId: bot.id, conversationId: "", contactId: null, nowMs: 0 }
    const stored = await readTools(versionId, [])(tx, place)
    return { versionId, tools: stored.scripts }
  })
}

async function findPublished(tx: OrgTx, orgId: OrgId, botId: string): Promise<string> {
  const [row] = await tx.rows<{ id: string | null }>(
    "select published_version_id as id from bots where org_id = $1 and id = $2",
    [orgId, botId],
  )
  if (!row?.id) throw new AppError("bot.not_published", { bot: botId })
  return row.id
}

/** A service of a bot, without its key. */
export interface ListedService {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly hasKey: boolean
  readonly operations: readonly { readonly name: string; readonly description: string }[]
}

export async function loadServices(
  tx: OrgTx,
  orgId: string,
  botId: string,
): Promise<ListedService[]> {
  return await tx.rows<ListedService>(
    `select id, name, url, key_sealed is not null as "hasKey",
       (select coalesce(jsonb_agg(jsonb_build_object('name', o->>'name', 'description', o->>'description')), '[]')
        from jsonb_array_elements(operations) o) as operations
     from tool_services where org_id = $1 and bot_id = $2 order by lower(name)`,
    [orgId, botId],
  )
}
