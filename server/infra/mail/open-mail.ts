import { join } from "node:path"
import type { Clock } from "#server/clock.ts"
import type { Env } from "#server/env.ts"
import { createSocketOpener } from "../outbound/open-socket.ts"
import { createOutbox } from "./outbox.ts"
import type { Mail } from "./port.ts"
import { createSmtp } from "./smtp.ts"

/** Opens the way mails leave: the server SMTP_URL names, or files in the folder `outbox`. */
export function openMail(
  env: Pick<Env, "smtpUrl" | "mailFrom" | "dataDir" | "outboundAllow">,
  clock: Clock,
): Mail {
  const { smtpUrl, mailFrom, dataDir, outboundAllow } = env
  if (smtpUrl === null) return createOutbox(join(dataDir, "outbox"), clock, mailFrom)
  const openSocket = createSocketOpener(outboundAllow)
  return createSmtp({ url: smtpUrl, from: mailFrom, clock, openSocket })
}
