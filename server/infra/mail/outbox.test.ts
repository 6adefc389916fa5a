import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { createFakeClock } from "#server/clock.ts"
import { createOutbox } from "./outbox.ts"
import type { MailMessage } from "./port.ts"
import { mailConformance } from "./tests/conformance.ts"

let folder = ""
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "outbox-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = () =>
  createOutbox(
    join(folder, "outbox"),
    createFakeClock("2030-01-02T03:04:05Z"),
    "Botwright <botwright@localhost>",
  )

async function sendAndRead(message: MailMessage) {
  await open().send(message)
  const [name = ""] = await readdir(join(folder, "outbox"))
  const path = join(folder, "outbox", name)
  return { name, path, mail: await readFile(path, "utf8") }
}

describe("the local outbox", () => {
  mailConformance(async (message) => {
    const sent = await open().send(message)
    return { sent, raw: (await sendAndRead(message)).mail }
  })
})

test("a mail is a file any mail program opens, and only its owner may read it", async () => {
  const { name, path, mail } = await sendAndRead({
    to: "ana@example.org",
    subject: "Hi",
    text: "One\nTwo",
  })
  expect(name).toMatch(/^2030-01-02T03-04-05-000Z-[0-9a-f]{32}\.eml$/)
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect(mail).toMatch(/^To: ana@example\.org\r$/m)
  expect(mail).toMatch(/\r\n\r\nOne\r\nTwo\r\n/)
})

test("the same key again writes no second file", async () => {
  const message = { to: "a@example.org", subject: "Hi", text: "x", key: "jrn_1" }
  await sendAndRead(message)
  expect((await sendAndRead(message)).name).toBe("jrn_1.eml")
  expect(await readdir(join(folder, "outbox"))).toHaveLength(1)
})
