import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { recordAudit } from "../record-audit.ts"
import { lockBot } from "../scripts/load.ts"
import { SaveTestsInput } from "./schema.ts"

/**
 * Keeps a file of tests; an empty one is taken away.
 *
 * Throws: AppError "bot.not_found", "bot.draft_changed" when somebody else changed the file, "script.limit".
 */
export const saveTests = defineVerb({
  name: "tests.save",
  permission: "bots.update",
  input: SaveTestsInput,
  audit: "tests.saved",
  run: (context: ServiceContext, { botId, name, source, baseRevision }) => {
    const { orgId, container } = context
    return container.db.withOrg(orgId, async (tx): Promise<{ readonly revision: number }> => {
      await lockBot(tx, orgId, botId)
      const files = await tx.rows<{ name: string; revision: number }>(
        "select name, revision from bot_tests where org_id = $1 and bot_id = $2",
        [orgId, botId],
      )
      const revision = files.find((file) => file.name === name)?.revision ?? 0
      if (revision !== baseRevision)
        throw new AppError("bot.draft_changed", { revision, baseRevision })
      if (revision === 0 && files.length >= limits.scriptsPerBot) {
        const { scriptsPerBot: most, scriptBytesPerBot: mostBytes } = limits
        throw new AppError("script.limit", { most, mostBytes })
      }
      const isGone = source.trim() === ""
      await tx.rows(
        isGone
          ? "delete from bot_tests where org_id = $1 and bot_id = $2 and name = $3 and $4 = $4"
          : `insert into bot_tests (org_id, bot_id, name, source) values ($1, $2, $3, $4)
             on conflict (org_id, bot_id, name) do update
               set source = excluded.source, revision = bot_tests.revision + 1, updated_at = now()`,
        [orgId, botId, name, source],
      )
      await recordAudit(tx, context, "tests.saved", { kind: "bot", id: botId }, { name })
      return { revision: isGone ? 0 : revision + 1 }
    })
  },
})
