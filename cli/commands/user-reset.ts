import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Command, exitCodes, UsageError } from "../command.ts"
import { tellRefusal } from "../tell-refusal.ts"

export const userResetCommand: Command = {
  name: "user reset",
  usage: "user reset EMAIL",
  summary: "Prints a one-time link to set a new password, for when mail does not work.",
  options: {},
  operands: [1, 1],
  run: ({ files }, terminal) =>
    tellRefusal(terminal, async () => {
      // Loaded here, so that the commands of the language begin without the server's libraries.
      const { limits } = await import("#catalog/limits.ts")
      const { readEnv } = await import("#server/env.ts")
      const { loadSecrets } = await import("#server/secrets/load-secrets.ts")
      const { signOperatorReset } = await import("#server/services/accounts/operator-link.ts")
      const { EmailAddress } = await import("#server/services/accounts/schema.ts")

      const email = EmailAddress.safeParse(files[0])
      if (!email.success) throw new UsageError(`"${files[0]}" is not an e-mail address.`)
      const env = readEnv(process.env)
      if (env.sessionSecret === null && !existsSync(join(env.dataDir, "secrets.json"))) {
        terminal.error(
          `There is no installation in ${env.dataDir}; set DATA_DIR to the folder the server uses.\n`,
        )
        return exitCodes.refused
      }
      const token = signOperatorReset(await loadSecrets(env), email.data, new Date())
      const origin = env.publicUrl ?? `http://${env.host}:${env.port}`
      terminal.out(`${origin}/reset/${token}\n`)
      terminal.error(
        `It works once, within ${limits.resetLinkMinutes} minutes, if ${email.data} has an account.\n`,
      )
      return exitCodes.fine
    }),
}
