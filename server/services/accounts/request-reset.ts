import { limits } from "#catalog/limits.ts"
import { isAppError } from "#server/errors/app-error.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { makeResetLink } from "./make-reset-link.ts"
import { RequestResetInput } from "./schema.ts"

/**
 * Sends a link to set a new password, if there is such an account. The answer and its time are the same
 * when there is none: the work goes on after the answer.
 */
export const requestReset = defineVerb({
  name: "account.requestReset",
  permission: "anyone",
  input: RequestResetInput,
  audit: null,
  run: async (context: AnyoneContext, { email }): Promise<null> => {
    const { container, ip, requestId } = context
    await spend(container, "linkPerIp", ip)
    sendLink(context, email).catch((error: unknown) => {
      if (!isAppError(error, "account.not_found"))
        container.log.error({ err: error, requestId }, "reset link not sent")
    })
    return null
  },
})

async function sendLink({ container }: AnyoneContext, email: string): Promise<void> {
  const link = await makeResetLink(container, email)
  await container.mail.send({
    to: email,
    subject: "Set a new password",
    text: `Somebody, probably you, asked for a new password for Botwright.\n\nOpen this link within ${limits.resetLinkMinutes} minutes to set one:\n${link}\n\nIf it was not you, do nothing: the old password still works.`,
  })
}
