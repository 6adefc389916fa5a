import { newId, type UserId } from "#catalog/ids.ts"
import { isDuplicate } from "#db/errors.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { AnyoneContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { hashPassword } from "./hash-password.ts"
import { SignUpInput } from "./schema.ts"

/** Makes an account. Signing in is a step of its own, with the same password. */
export const signUp = defineVerb({
  name: "account.signUp",
  permission: "anyone",
  input: SignUpInput,
  audit: null,
  run: async (context: AnyoneContext, { email, name, password }): Promise<{ userId: UserId }> => {
    const { container, ip } = context
    await spend(container, "signUpPerIp", ip)
    const now = container.clock.now()
    const userId = newId("usr", now.getTime())
    const passwordHash = await hashPassword(password)
    try {
      await container.db.accountsQuery(
        "insert into users (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)",
        [userId, email, name, passwordHash, now],
      )
    } catch (cause) {
      if (isDuplicate(cause, "users_email"))
        throw new AppError("auth.email_taken", undefined, { cause })
      throw cause
    }
    container.log.info({ user: userId, requestId: context.requestId }, "account created")
    return { userId }
  },
})
