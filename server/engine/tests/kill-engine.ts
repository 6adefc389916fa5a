import { patchUrl } from "#basic/keywords/patch.ts"
import { putUrl } from "#basic/keywords/put.ts"
import type { Database } from "#db/client.ts"
import { systemClock } from "#server/clock.ts"
import { createLocalFiles } from "#server/infra/files/local.ts"
import type { Mail } from "#server/infra/mail/port.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import { type Handlers, handlerFor } from "#server/keywords/handler.ts"
import { sendRequest } from "#server/keywords/http/send.ts"
import { handlers } from "#server/keywords/index.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { openLog } from "#server/log.ts"
import { createEngine } from "../create-engine.ts"
import type { Engine } from "../engine.ts"
import type { SendRequest } from "../turn-step.ts"
import type { ChildSettings } from "./kill-messages.ts"

/** PUT and PATCH stand for effects that declare the other two choices about a lost outcome. */
const declared: Handlers = new Map(handlers)
  .set(
    "PUT",
    handlerFor(putUrl, ({ url, body }, step) =>
      sendRequest({ method: "PUT", url, body, unknown: "maybe never" }, step),
    ),
  )
  .set(
    "PATCH",
    handlerFor(patchUrl, ({ url, body }, step) =>
      sendRequest({ method: "PATCH", url, body, unknown: "error" }, step),
    ),
  )

/** The receiver stands on this machine, where the guard would not let anybody go. */
const send: SendRequest = async ({ method, url, headers, body }) => {
  const reply = await fetch(url, {
    method,
    headers: Object.fromEntries(headers),
    ...(body !== null && { body }),
  })
  const contentType = reply.headers.get("content-type") ?? ""
  return { status: reply.status, contentType, body: await reply.text() }
}

/** A mail server that the receiver stands for: the Message-ID is the key, as with SMTP. */
const mailTo = (url: string): Mail => ({
  way: "receiver",
  send: async ({ to, key = "" }) => {
    const body = JSON.stringify({ mark: to.split("@")[0], step: "mail" })
    await fetch(url, { method: "POST", body, headers: { "idempotency-key": key } })
    return { messageId: `<${key}@example.org>` }
  },
})

/** The engine of the kill tests: real clock, short lease, requests straight to the stand-in receiver. */
export function createKillEngine(
  db: Database,
  { leaseMs, filesDir, mailUrl }: Pick<ChildSettings, "leaseMs" | "filesDir" | "mailUrl">,
): Engine {
  return createEngine({
    db,
    pubsub: createMemoryPubSub(),
    clock: systemClock,
    log: openLog("silent"),
    handlers: declared,
    send,
    parts: { ...makeFakeParts(), files: createLocalFiles(filesDir), mail: mailTo(mailUrl) },
    // Two hundred lives in a few minutes: that turns are given up in the end is shown elsewhere.
    options: { leaseMs, pollMs: 100, attemptsPerTurn: 1_000 },
  })
}
