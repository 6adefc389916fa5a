import { createTransport } from "nodemailer"
import type { Clock } from "#server/clock.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { OpenSocket } from "../outbound/open-socket.ts"
import { composeMail } from "./compose.ts"
import { type Mail, MailFailed } from "./port.ts"

export interface SmtpOptions {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  readonly url: string
  /** The sender: `Name <address>` or an address. */
  readonly from: string
  readonly clock: Clock
  /** Opens the connection through the guard. */
  readonly openSocket: OpenSocket
  /** Nothing is sent in clear text, however the server answers. */
  readonly mustEncrypt?: boolean
}

const timeoutMs = 20_000

/**
 * Sends mail through a server. Every connection is opened by the guard, so a name that leads into a
 * private network is refused unless OUTBOUND_ALLOW lists it. Nothing of a mail or of the sign-in is logged.
 */
export function createSmtp(options: SmtpOptions): Mail {
  const { url, from, clock, openSocket, mustEncrypt = false } = options
  const { hostname, port, protocol, username, password } = new URL(url)
  const isSecure = protocol === "smtps:"
  const host = hostname.replace(/^\[(.*)\]$/, "$1")
  const portNumber = Number(port) || (isSecure ? 465 : 587)
  const transport = createTransport({
    ...{ host, port: portNumber, secure: isSecure, logger: false, requireTLS: mustEncrypt },
    ...(username !== "" && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    getSocket: (_options, callback) => {
      openSocket(host, portNumber).then(
        (connection) => callback(null, { connection }),
        (error: Error) => callback(error, false),
      )
    },
  })
  return {
    way: host,
    send: async (message) => {
      const composed = composeMail(message, from, clock.now())
      try {
        await transport.sendMail(composed)
      } catch (error) {
        throw explain(error, host, message.to)
      }
      return { messageId: composed.messageId }
    },
  }
}

/** Refusals of the server carry its status; everything else is a connection that did not come about. */
function explain(error: unknown, host: string, to: string): MailFailed {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const status = typeof responseCode === "number" ? responseCode : null
  const isAnswer = status !== null || code === "EENVELOPE" || code === "EAUTH"
  if (isAnswer && !(error instanceof AppError))
    return new MailFailed({ code: "mail.refused", to, status }, { cause: withoutSecrets(error) })
  return new MailFailed({ code: "mail.unreachable", host }, { cause: withoutSecrets(error) })
}

/** The library's errors may carry what was sent, sign-in included; only the kind is kept for the log. */
function withoutSecrets(error: unknown): Error {
  const { code } = error as { code?: unknown }
  return new Error(typeof code === "string" ? code : "The mail server did not answer.")
}
