import { expect, it } from "vitest"
import type { OperandValue } from "#basic/vm/outcome.ts"
import { handlers } from "../index.ts"
import { FakeStep } from "../tests/fake-step.ts"

async function codeOf(
  keyword: string,
  operands: Record<string, OperandValue>,
  step = new FakeStep(),
) {
  try {
    await handlers.get(keyword)!(operands, step)
    return "ok"
  } catch (error) {
    return (error as { code: string }).code
  }
}

it("a webhook's answer sets no cookie, leads nowhere, and is never a page of ours", async () => {
  const header = (name: string, value: string) => codeOf("SET RESPONSE HEADER", { name, value })
  expect(await header("X-Order", "7")).toBe("ok")
  expect(await header("Content-Type", "text/csv; charset=utf-8")).toBe("ok")
  for (const [name, value] of [
    ["Set-Cookie", "a=b"],
    ["Location", "https://evil.example"],
    ["Content-Type", "text/html"],
    ["Content-Type", "image/svg+xml"],
    ["X-Frame-Options", "ALLOWALL"],
    ["X-Order", "7\r\nSet-Cookie: a=b"],
    ["X Order", "7"],
  ] as const)
    expect([name, await header(name, value)]).toEqual([name, "webhook.header_refused"])
  expect(await codeOf("SET RESPONSE STATUS", { status: 302 })).toBe("webhook.status_refused")
  expect(await codeOf("SET RESPONSE STATUS", { status: 100 })).toBe("basic.out_of_range")
})

it("an event without a name is neither published nor waited for", async () => {
  for (const keyword of ["PUBLISH EVENT", "TRIGGER", "WAIT FOR EVENT"]) {
    expect(await codeOf(keyword, { event: " " })).toBe("event.name_refused")
    expect(await codeOf(keyword, { event: "x".repeat(300) })).toBe("event.name_refused")
  }
  const step = new FakeStep()
  await codeOf("WAIT FOR EVENT", { event: " Paid ", seconds: 5 }, step)
  expect(step.waits).toEqual([{ event: "paid", timeoutSeconds: 5 }])
})

it("a secret setting is not for scripts", async () => {
  const step = new FakeStep()
  step.recordAnswer = { value: "sealed:x", isSecret: true }
  expect(await codeOf("GET CONFIG", { name: "llm-key" }, step)).toBe("setting.secret")
  step.recordAnswer = { value: "Lima", isSecret: false }
  expect(await handlers.get("GET CONFIG")!({ name: "city" }, step)).toBe("Lima")
})
