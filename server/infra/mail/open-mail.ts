import { join } from "node:path"
import type { Clock } from "#server/clock.ts"
import type { Env } from "#server/env.ts"
import { createSocketOpener } from "../outbound/open-socket.ts"
import { createOutbox } from "./outbox.ts"
import type { Mail, MailAccount } from "./port.ts"
import { createSmtp } from "./smtp.ts"

/** Opens the way mails leave: the server SMTP_URL names, or files in the folder `outbox`. */
export function openMail(
  env: Pick<Env, "smtpUrl" | "mailFrom" | "dataDir" | "outboundAllow">,
  clock: Clock,
): Mail {
  const { smtpUrl, mailFrom, dataDir, outboundAllow } = env
  const openSocket = createSocketOpener(outboundAllow)
  const own =
    smtpUrl === null
      ? createOutbox(join(dataDir, "outbox"), clock, mailFrom)
      : createSmtp({ url: smtpUrl, from: mailFrom, clock, openSocket })
  const at = ({ host, port, user, password, from }: MailAccount): Mail => {
    const url = new URL(`${port === 465 ? "smtps" : "smtp"}://server`)
    Object.assign(url, { hostname: host, port: String(port) })
    Object.assign(url, {
      username: encodeURIComponent(user),
      password: encodeURIComponent(password),
    })
    return createSmtp({ url: url.href, from, clock, openSocket, mustEncrypt: true })
  }
  return { ...own, at }
}
