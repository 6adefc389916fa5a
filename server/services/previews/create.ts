import { newId, type PreviewId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashPassword } from "../accounts/hash-password.ts"
import { hashToken, newLinkToken } from "../accounts/link-token.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { readScriptsOf } from "../versions/load.ts"
import { CreatePreviewInput } from "./schema.ts"

const dayMs = 86_400_000

/**
 * Makes a link that shows the draft, or one version, to whoever has it: no account, nothing of it live.
 *
 * Throws: AppError "bot.not_found", "version.not_found", "preview.limit".
 */
export const createPreview = defineVerb({
  name: "previews.create",
  permission: "bots.update",
  input: CreatePreviewInput,
  audit: "preview.created",
  run: async (
    context: ServiceContext,
    { botId, ref, days, password },
  ): Promise<{ readonly id: PreviewId; readonly link: string }> => {
    const { orgId, userId, container } = context
    const now = container.clock.now()
    const token = newLinkToken()
    const passwordHash = password === undefined ? null : await hashPassword(password)
    const id = newId("pvw", now.getTime())
    await container.db.withOrg(orgId, async (tx) => {
      await lockBot(tx, orgId, botId)
      if (ref !== undefined) await readScriptsOf(tx, orgId, botId, ref)
      const [open] = await tx.rows<{ used: number }>(
        "select count(*)::int as used from previews where org_id = $1 and bot_id = $2 and expires_at > $3",
        [orgId, botId, now],
      )
      const { previewsPerBot: limit } = limits
      if ((open?.used ?? 0) >= limit) throw new AppError("preview.limit", { limit })
      const isVersion = ref?.startsWith("ver_") ?? false
      await tx.rows(
        `insert into previews (org_id, id, bot_id, version_id, snapshot_id, token_hash, token_sealed,
           password_hash, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[orgId, id, botId, isVersion ? (ref ?? null) : null, isVersion ? null : (ref ?? null)],
          ...[hashToken(token), container.seal.close(token), passwordHash, userId, now],
          new Date(now.getTime() + days * dayMs),
        ],
      )
      const facts = { days, hasPassword: passwordHash !== null }
      await recordAudit(tx, context, "preview.created", { kind: "bot", id: botId }, facts)
    })
    return { id, link: `${container.publicUrl}/preview/${token}` }
  },
})
