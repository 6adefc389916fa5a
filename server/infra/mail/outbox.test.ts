import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { createFakeClock } from "#server/clock.ts"
import { createOutbox } from "./outbox.ts"

let folder = ""
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "outbox-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function sendAndRead(message: { to: string; subject: string; text: string }) {
  const outbox = join(folder, "outbox")
  await createOutbox(outbox, createFakeClock("2030-01-02T03:04:05Z")).send(message)
  const [name = ""] = await readdir(outbox)
  return { name, path: join(outbox, name), mail: await readFile(join(outbox, name), "utf8") }
}

test("a mail is a file any mail program opens, and only its owner may read it", async () => {
  const { name, path, mail } = await sendAndRead({
    to: "ana@example.org",
    subject: "Hi",
    text: "One\nTwo",
  })
  expect(name).toMatch(/^2030-01-02T03-04-05-000Z-[0-9a-f]{8}\.eml$/)
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect(mail).toContain("To: ana@example.org\r\nSubject: Hi\r\n")
  expect(mail).toMatch(/\r\n\r\nOne\r\nTwo$/)
})

test("a name with a line break cannot add a header", async () => {
  const subject = "Join Evil\r\nBcc: everyone@example.org"
  const { mail } = await sendAndRead({ to: "a@b.c\nX: 1", subject, text: "x" })
  expect(mail).not.toMatch(/^(Bcc|X):/m)
})

test("a subject in another script arrives whole", async () => {
  const { mail } = await sendAndRead({ to: "a@b.c", subject: "Convite é já", text: "x" })
  const encoded = /^Subject: =\?utf-8\?B\?(.+)\?=\r$/m.exec(mail)?.[1] ?? ""
  expect(Buffer.from(encoded, "base64").toString()).toBe("Convite é já")
})
