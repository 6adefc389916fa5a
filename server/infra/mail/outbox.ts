import { randomBytes } from "node:crypto"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Clock } from "#server/clock.ts"
import type { Mail, MailMessage } from "./port.ts"

/**
 * Keeps mails as files in a folder, for installations that have no mail server: any mail program opens
 * them, and so does a text editor.
 *
 * Shape: one `.eml` file each, named by its time, readable by its owner only, because mails carry links
 * that sign people in.
 */
export function createOutbox(folder: string, clock: Clock): Mail {
  return {
    send: async (message) => {
      const at = clock.now()
      const name = `${at.toISOString().replace(/[:.]/g, "-")}-${randomBytes(4).toString("hex")}`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `.${name}`)
      await writeFile(draft, printMail(message, at), { mode: 0o600 })
      await rename(draft, join(folder, `${name}.eml`))
    },
  }
}

/** Writes a mail in the form of RFC 5322. */
export function printMail({ to, subject, text }: MailMessage, at: Date): string {
  return [
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    "From: Botwright <botwright@localhost>",
    `To: ${oneLine(to)}`,
    `Subject: ${encodeWords(oneLine(subject))}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text.replace(/\r?\n/g, "\r\n"),
  ].join("\r\n")
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim()
}

function encodeWords(text: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(text)
  return isPlain ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`
}
