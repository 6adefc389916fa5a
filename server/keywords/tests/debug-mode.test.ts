import { describe, expect, it } from "vitest"
import { handlers } from "../index.ts"
import { FakeStep } from "./fake-step.ts"

describe("SET DEBUG MODE", () => {
  it("has PRINT say its lines as well, until it is off", async () => {
    const step = new FakeStep()
    const print = (text: string) => handlers.get("PRINT")!({ text }, step)
    await print("before")
    await handlers.get("SET DEBUG MODE")!({ mode: "ON" }, step)
    await print("during")
    await print("")
    await handlers.get("SET DEBUG MODE")!({ mode: false }, step)
    await print("after")
    expect(step.said).toEqual(["during"])
    expect(step.logged).toEqual(["before", "during", "", "after"])
  })
})

describe("commands of services that are not there", () => {
  it.each([
    ["ADD WIDGET", { title: "Guests" }, "dashboard-url"],
    ["DNS SET", { name: "a.example", type: "A", value: "203.0.113.7" }, "dns-provider"],
  ])("say which setting %s needs", async (keyword, operands, setting) => {
    const perform = async () => await handlers.get(keyword)!(operands, new FakeStep())
    await expect(perform()).rejects.toMatchObject({
      code: "service.not_set_up",
      message: expect.stringContaining(setting),
    })
  })
})
