import { findModelProvider } from "#catalog/models/index.ts"
import type { Container } from "#server/container.ts"
import { listActiveAccounts } from "#server/records/models/read-models.ts"
import type { PublicBot } from "../bots/prove-public.ts"

/** Tells whether a bot has somebody who writes down what people say: one of its settings, or an account. */
export async function hearsVoice(
  { db }: Pick<Container, "db">,
  { orgId, id }: Pick<PublicBot, "orgId" | "id">,
): Promise<boolean> {
  return await db.withOrg(orgId, async (tx) => {
    const rows = await tx.rows<{ name: string; value: string }>(
      `select name, value from bot_settings
       where org_id = $1 and bot_id = $2 and not is_secret and value <> ''
         and name in ('llm-provider', 'llm-url', 'model-transcribe')`,
      [orgId, id],
    )
    const settings = new Map(rows.map(({ name, value }) => [name, value.trim()]))
    // An address alone is that of a service that speaks OpenAI's format.
    const own = settings.get("llm-provider") ?? (settings.has("llm-url") ? "openai-compatible" : "")
    if (own !== "" && canHear(own, settings.get("model-transcribe"))) return true
    const accounts = await listActiveAccounts(tx, orgId, id)
    return accounts.some(({ provider, models }) => canHear(provider, models.transcribe))
  })
}

/** A provider hears when it can and a model for it is known. */
function canHear(provider: string, model: string | undefined): boolean {
  const known = findModelProvider(provider)?.transcribe
  return known !== undefined && ((model ?? "") !== "" || (known.model ?? "") !== "")
}
