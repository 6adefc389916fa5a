import { expect, test } from "vitest"
import { AppError } from "./errors/app-error.ts"
import { openLog } from "./log.ts"

function record() {
  const lines: string[] = []
  const log = openLog("debug", { write: (line: string) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") }
}

test("a line says when, how grave, what, and with which facts", () => {
  const { log, last } = record()
  log.info({ conversation: "cnv_1" }, "turn finished")
  expect(last()).toMatchObject({ level: "info", conversation: "cnv_1", msg: "turn finished" })
  expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test("SEC-03 values under secret names never reach the log, however deep they stand", () => {
  const { log, lines } = record()
  const canary = "canary-7731"
  log.info({
    password: canary,
    request: {
      headers: { authorization: `Bearer ${canary}`, cookie: canary, "x-api-key": canary },
    },
    list: [{ sessionToken: canary }, { encryptionSecret: canary }],
  })
  expect(lines.join()).not.toContain(canary)
  expect(lines.join()).toContain("•••")
})

test("INJ-05 line breaks, terminal escapes and direction marks of any text are encoded", () => {
  const { log, lines } = record()
  const forged = 'x\r\n{"level":"error","msg":"forged"}\u001b[2J\u009b2J\u2028\u202e'
  log.info({ [forged]: forged, error: new Error(forged) }, forged)
  expect(lines).toHaveLength(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the test looks for
  expect(lines[0]?.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/)
})

test("an error is logged with its code and what caused it", () => {
  const { log, last } = record()
  const cause = new Error("socket hang up")
  log.error(
    { err: new AppError("server.unavailable", { part: "database" }, { cause }) },
    "request broke",
  )
  expect(last().err).toMatchObject({
    name: "AppError",
    errorCode: "server.unavailable",
    cause: { message: "socket hang up" },
  })
})

test("INJ-03 a key named __proto__ and a text of a megabyte do no harm", () => {
  const { log, lines, last } = record()
  log.info(JSON.parse('{"__proto__": {"polluted": true}, "ok": 1}'))
  expect(last()).toMatchObject({ ok: 1 })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  log.info({ text: "x".repeat(1_000_000) })
  expect(lines.at(-1)?.length).toBeLessThan(5_000)
})
