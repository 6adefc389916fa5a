import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import type { Clock } from "#server/clock.ts"
import { composeMail } from "./compose.ts"
import type { Mail } from "./port.ts"

/**
 * Keeps mails as files in a folder, for installations that have no mail server: any mail program opens
 * them, and so does a text editor.
 *
 * Shape: one `.eml` file each, named by its key or by its time, readable by its owner only, because mails
 * carry links that sign people in. The same key again writes the same file.
 */
export function createOutbox(folder: string, clock: Clock, from: string): Mail {
  const printer = createTransport({ streamTransport: true, buffer: true, newline: "windows" })
  return {
    way: "outbox",
    send: async (message) => {
      const at = clock.now()
      const composed = composeMail(message, from, at)
      const printed = await printer.sendMail(composed)
      const name = `${at.toISOString().replace(/[:.]/g, "-")}-${nameOf(composed.messageId)}`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `.${name}`)
      await writeFile(draft, printed.message as Buffer, { mode: 0o600 })
      await rename(draft, join(folder, `${message.key === undefined ? name : message.key}.eml`))
      return { messageId: composed.messageId }
    },
  }
}

const nameOf = (messageId: string): string => messageId.slice(1).split("@", 1)[0] ?? ""
