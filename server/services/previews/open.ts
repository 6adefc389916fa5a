import { AppError } from "#server/errors/app-error.ts"
import { isPassword } from "../accounts/hash-password.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { networkOf } from "../network-of.ts"
import { clearLimit, spend } from "../spend.ts"
import { loadLink, passOf } from "./load.ts"
import { OpenPreviewInput } from "./schema.ts"

/** What a visitor learns of a preview: its bot's name only once the password was right. */
export type OpenedPreview =
  | { readonly isOpen: false }
  | {
      readonly isOpen: true
      readonly botName: string
      readonly expiresAt: string
      /** Shown with everything that is said. */
      readonly pass: string
    }

/**
 * Opens a preview link. Without the password of a link that has one it says that one is needed, no more.
 *
 * Throws: AppError "preview.not_found", "preview.password_refused", "request.too_many".
 */
export const openPreviewLink = defineVerb({
  name: "previews.open",
  permission: "anyone",
  input: OpenPreviewInput,
  audit: null,
  run: async ({ container, ip }: AnyoneContext, { token, password }): Promise<OpenedPreview> => {
    await spend(container, "previewPerIp", ip)
    const link = await loadLink(container, token)
    if (link.passwordHash !== null) {
      if (password === undefined) return { isOpen: false }
      const guesser = `${link.id}/${networkOf(ip)}`
      await spend(container, "previewPassword", guesser)
      if (!(await isPassword(link.passwordHash, password)))
        throw new AppError("preview.password_refused")
      await clearLimit(container, "previewPassword", guesser)
    }
    await container.db.tenantQuery(
      [link.orgId],
      "update previews set last_used_at = $3 where org_id = $1 and id = $2",
      [link.orgId, link.id, container.clock.now()],
    )
    const expiresAt = link.expiresAt.toISOString()
    return { isOpen: true, botName: link.botName, expiresAt, pass: passOf(container, link) }
  },
})
