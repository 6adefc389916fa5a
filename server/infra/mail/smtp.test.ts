import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { createFakeClock } from "#server/clock.ts"
import { createSocketOpener } from "../outbound/open-socket.ts"
import { createSmtp } from "./smtp.ts"
import { mailConformance } from "./tests/conformance.ts"

const secret = "pass-canary-9f3"
let server: SMTPServer
let port = 0
let received: { raw: string; to: string[] }[] = []

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      username === "bot" && password === secret
        ? callback(null, { user: username })
        : callback(Object.assign(new Error("no"), { responseCode: 535 })),
    onRcptTo: ({ address }, _session, callback) =>
      address.startsWith("nobody")
        ? callback(Object.assign(new Error("no such mailbox"), { responseCode: 550 }))
        : callback(),
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on("data", (part: Buffer) => parts.push(part))
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ raw: Buffer.concat(parts).toString(), to })
        callback()
      })
    },
  })
  server.on("error", () => {})
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  port = (server.server.address() as AddressInfo).port
})
afterAll(() => new Promise<void>((done) => server.close(() => done())))
beforeEach(() => {
  received = []
})

const open = (options: { password?: string; allow?: string[]; at?: number } = {}) =>
  createSmtp({
    url: `smtp://bot:${options.password ?? secret}@127.0.0.1:${options.at ?? port}`,
    from: "Botwright <bots@example.org>",
    clock: createFakeClock("2030-01-02T03:04:05Z"),
    openSocket: createSocketOpener(options.allow ?? ["127.0.0.1"]),
  })
const failureOf = (sending: Promise<unknown>) =>
  sending.then(
    () => null,
    (error: Error & { code?: string; isTemporary?: boolean }) => error,
  )
const mail = { to: "ana@example.org", subject: "Hello", text: "Hi" }

describe("a mail server", () => {
  mailConformance(async (message) => {
    const sent = await open().send(message)
    return { sent, raw: received.at(-1)?.raw ?? "" }
  })
})

test("a mail reaches the one address it is for", async () => {
  await open().send(mail)
  expect(received.map(({ to }) => to)).toEqual([["ana@example.org"]])
})

test("a mailbox that does not exist is told as refused, for good", async () => {
  const failure = await failureOf(open().send({ ...mail, to: "nobody@example.org" }))
  expect(failure).toMatchObject({ code: "mail.refused", isTemporary: false })
  expect(failure?.message).toBe(
    'The mail server did not take the mail to "nobody@example.org" (status 550).',
  )
})

test("SEC-04 a wrong password is told without the password, in the cause too", async () => {
  const failure = await failureOf(open({ password: "wrong-canary-1" }).send(mail))
  expect(failure).toMatchObject({ code: "mail.refused" })
  expect(
    JSON.stringify([failure, failure?.message, String(failure?.cause), failure?.stack]),
  ).not.toContain("canary")
})

test("a server that is not there is told as unreachable, and may be tried again", async () => {
  const failure = await failureOf(open({ at: 1 }).send(mail))
  expect(failure).toMatchObject({ code: "mail.unreachable", isTemporary: true })
})

test("NET-04 a mail server in a private network is refused unless it is listed", async () => {
  const failure = await failureOf(open({ allow: [] }).send(mail))
  expect(failure).toMatchObject({ code: "mail.unreachable" })
  expect(received).toEqual([])
})
