import { expect, it } from "vitest"
import { isId, newId } from "#catalog/ids.ts"
import { deriveId, deriveWaitId } from "./derive-id.ts"

const event = newId("evt")

it("gives the same id for the same place in a turn, and another for another place", () => {
  expect(deriveId("msg", event, "0")).toBe(deriveId("msg", event, "0"))
  expect(deriveId("msg", event, "0")).not.toBe(deriveId("msg", event, "1"))
  expect(deriveId("msg", event, "0").slice(4)).not.toBe(deriveId("jrn", event, "0").slice(4))
  expect(deriveId("msg", newId("evt"), "0")).not.toBe(deriveId("msg", event, "0"))
})

it("makes ids of the usual shape that lie beside their event", () => {
  const id = deriveId("msg", event, "0")
  expect(isId("msg", id)).toBe(true)
  expect(id.slice(4, 14)).toBe(event.slice(4, 14))
})

it("names waits without a collision over many places", () => {
  const ids = new Set(Array.from({ length: 20_000 }, (_, n) => deriveWaitId(event, String(n))))
  expect(ids.size).toBe(20_000)
})
