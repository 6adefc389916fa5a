import { expect, it } from "vitest"
import { endHandle, handleOf, portOf } from "./port-handle.ts"

it("reads every port back from the name of its handle", () => {
  for (const port of [
    { groupId: "g", stepId: null, outlet: null },
    { groupId: "g", stepId: "s1", outlet: "choice:0" },
    { groupId: "g", stepId: "s1", outlet: null },
  ])
    expect(portOf("g", handleOf(port))).toEqual(port)
})
it("takes a missing handle for the end of the group", () => {
  expect(portOf("g", null)).toEqual({ groupId: "g", stepId: null, outlet: null })
  expect(handleOf({ stepId: null, outlet: null })).toBe(endHandle)
})
