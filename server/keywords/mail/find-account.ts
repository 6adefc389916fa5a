import { isAddress } from "#basic"
import type { Mail } from "#server/infra/mail/port.ts"
import { refusal } from "../files/operands.ts"
import { serviceNotSetUp } from "../not-set-up.ts"
import type { Step } from "../step.ts"

const names = ["email-server", "email-port", "email-user", "email-pass", "email-from"] as const
/** Those that servers take mail at. */
const ports: ReadonlySet<number> = new Set([25, 465, 587, 2525])
const usualPort = 587

/**
 * Finds the account that USING names among the bot's settings (`email-server`, `email-user`, `email-pass`,
 * `email-from`): its mails leave through its own server and come from it. Null for an address that is no
 * account of the bot: answers go there, and the mail comes from the installation.
 *
 * Throws: EffectFailed "mail.address_refused", "service.not_set_up" for an account whose settings are empty.
 */
export async function findAccount(named: string | undefined, step: Step): Promise<Mail | null> {
  const wanted = (named ?? "").trim().toLowerCase()
  if (wanted === "") return null
  if (!isAddress(wanted)) throw refusal("mail.address_refused", { to: named ?? "" })
  const settings = await step.settings(names)
  const read = (name: (typeof names)[number]) => settings.get(name)?.trim() ?? ""
  const user = read("email-user")
  const from = read("email-from") || user
  const isOwn = [user, from].some((address) => address.toLowerCase() === wanted)
  if (!isOwn || read("email-server") === "" || step.parts.mail.at === undefined) return null
  if (read("email-pass") === "") throw serviceNotSetUp("SEND MAIL", "email-pass")
  const port = Number(read("email-port") || usualPort)
  if (!/^[\w.-]+$/.test(read("email-server"))) throw serviceNotSetUp("SEND MAIL", "email-server")
  if (!ports.has(port)) throw serviceNotSetUp("SEND MAIL", "email-port")
  if (!isAddress(from)) throw serviceNotSetUp("SEND MAIL", "email-from")
  return step.parts.mail.at({
    ...{ host: read("email-server"), port, user, from },
    password: read("email-pass"),
  })
}
