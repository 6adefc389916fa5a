import { AppError } from "#server/errors/app-error.ts"
import { announce } from "#server/records/events/announce.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { SubmitFormInput } from "./schema.ts"

/**
 * Takes a form from a page the bot allows: each ON FORM SUBMIT of this name runs soon, once for each key.
 *
 * Throws: AppError "form.not_found", "request.too_many", "event.backlog_full".
 */
export const submitForm = defineVerb({
  name: "forms.submit",
  permission: "forms.submit",
  input: SubmitFormInput,
  audit: null,
  run: async (
    context: VisitorContext,
    { form, fields, page, key },
  ): Promise<{ readonly accepted: true }> => {
    const { container, bot, orgId, ip, userAgent } = context
    await spend(container, "formPerIp", ip)
    await spend(container, "formPerBot", bot.id)
    const now = container.clock.now()
    const metadata = { form, page, user_agent: userAgent, submitted_at: now.toISOString() }
    const place = {
      ...{ orgId, botId: bot.id, conversationId: "", contactId: null, nowMs: now.getTime() },
    }
    const count = await container.db.withOrg(orgId, (tx) =>
      announce(tx, place, {
        ...{ kind: "form", subject: form, inputs: { fields, metadata } },
        ...(key !== undefined && { key }),
      }),
    )
    if (count === 0) throw new AppError("form.not_found", { form })
    return { accepted: true }
  },
})
