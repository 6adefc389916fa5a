import { expect, it } from "vitest"
import type { MailMessage, SentMail } from "../port.ts"

/** Sends a mail and gives what arrived, as it stands on the wire. */
type SendAndRead = (message: MailMessage) => Promise<{ sent: SentMail; raw: string }>

/** Reads an encoded word of a header. */
function decodeHeader(value: string): string {
  const words = value.replace(/\?=\s+=\?/g, "?==?")
  return words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    how.toLowerCase() === "b"
      ? Buffer.from(text, "base64").toString()
      : decodeURIComponent(text.replace(/_/g, " ").replace(/=([0-9A-F]{2})/g, "%$1")),
  )
}

/** What is promised of every way a mail can leave. */
export function mailConformance(sendAndRead: SendAndRead) {
  const plain = { to: "ana@example.org", subject: "Hello", text: "Hi **Ana** <b>" }

  it("carries the text as it is and the same as HTML, in which nothing of it is markup", async () => {
    const { raw } = await sendAndRead(plain)
    expect(raw).toContain("multipart/alternative")
    expect(raw).toContain("Hi **Ana** <b>")
    expect(raw.replace(/=\r\n/g, "")).toContain("<p>Hi <strong>Ana</strong> &lt;b&gt;</p>")
  })

  it("names a mail by its key, so that a second try is the same mail", async () => {
    const { sent, raw } = await sendAndRead({ ...plain, key: "jrn_7" })
    expect(sent.messageId).toMatch(/^<jrn_7@[\w.]+>$/)
    expect(raw).toContain(`Message-ID: ${sent.messageId}`)
  })

  it("says where an answer goes", async () => {
    const { raw } = await sendAndRead({ ...plain, replyTo: "desk@example.org" })
    expect(raw).toMatch(/^Reply-To: desk@example\.org\r$/m)
  })

  it("takes files along whole, with their name and type", async () => {
    const content = new TextEncoder().encode("BEGIN:VCALENDAR")
    const { raw } = await sendAndRead({
      ...plain,
      attachments: [{ name: "event.ics", type: "text/calendar; method=REQUEST", content }],
    })
    expect(raw).toMatch(/Content-Type: text\/calendar;[\s\S]{0,80}name=event\.ics/)
    expect(raw).toMatch(/Content-Disposition: attachment; filename=event\.ics/)
    expect(raw).toContain(Buffer.from(content).toString("base64"))
  })

  it("does not let a line break begin another header (NET-06)", async () => {
    const { raw } = await sendAndRead({
      ...plain,
      to: "a@example.org\nX-Evil: 1",
      subject: "Join\r\nBcc: all@example.org",
      replyTo: "b@example.org\r\nX-Evil: 2",
    }).catch((error: Error) => ({ raw: String(error.name) }))
    expect(raw).not.toMatch(/^(Bcc|X-Evil):/m)
  })

  it("brings a subject in another script whole", async () => {
    const { raw } = await sendAndRead({ ...plain, subject: "Convite é já" })
    const value = /^Subject: (.*)\r$/m.exec(raw)?.[1] ?? ""
    expect(decodeHeader(value)).toBe("Convite é já")
  })
}
