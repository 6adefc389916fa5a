import { newId } from "#catalog/ids.ts"
import { AppError } from "#server/errors/app-error.ts"
import { readOpenapi } from "#server/records/tools/read-openapi.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { type ListedService, loadServices } from "./load.ts"
import { ImportServiceInput } from "./schema.ts"

/**
 * Makes tools of the operations a service describes; one of the same name is replaced, and keeps its key as long
 * as its address does.
 *
 * Throws: AppError "bot.not_found", "tool.description_refused".
 */
export const importToolService = defineVerb({
  name: "tools.importService",
  permission: "bots.update",
  input: ImportServiceInput,
  audit: "tool_service.imported",
  run: async (context: ServiceContext, input): Promise<ListedService[]> => {
    const { orgId, container } = context
    const { botId, name } = input
    const { operations, url } = readDocument(input)
    const { origin } = new URL(url)
    return await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const [known] = await tx.rows<{
        id: string
        keyOrigin: string | null
        keySealed: string | null
      }>(
        `select id, key_origin as "keyOrigin", key_sealed as "keySealed" from tool_services
         where org_id = $1 and bot_id = $2 and lower(name) = lower($3)`,
        [orgId, botId, name],
      )
      const kept = known?.keyOrigin === origin ? known.keySealed : null
      const sealed = input.key === undefined ? kept : container.seal.close(input.key)
      const now = container.clock.now()
      const id = known?.id ?? newId("tsv", now.getTime())
      await tx.rows(
        `insert into tool_services (org_id, id, bot_id, name, url, key_origin, key_sealed, key_header, operations,
           created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $10)
         on conflict (org_id, id) do update set name = excluded.name, url = excluded.url,
           key_origin = excluded.key_origin, key_sealed = excluded.key_sealed, key_header = excluded.key_header,
           operations = excluded.operations, updated_at = excluded.updated_at`,
        [
          ...[orgId, id, botId, name, url, sealed === null ? null : origin, sealed],
          ...[input.keyHeader ?? null, JSON.stringify(operations), now],
        ],
      )
      const details = { service: name, operations: operations.length }
      await recordAudit(tx, context, "tool_service.imported", { kind: "bot", id: botId }, details)
      return await loadServices(tx, orgId, botId)
    })
  },
})

function readDocument({ document, url: given, operations: wanted }: ImportServiceInput) {
  const refuse = (problem: string) => new AppError("tool.description_refused", { problem })
  try {
    const read = readOpenapi(document)
    const operations = read.operations.filter(({ name }) => wanted?.includes(name) ?? true)
    const url = given ?? read.url
    if (url === null || !URL.canParse(url)) throw new Error("names no complete address")
    if (operations.length === 0) throw new Error("has no operation that can be called")
    return { operations, url: url.replace(/\/+$/, "") }
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : "cannot be read")
  }
}
