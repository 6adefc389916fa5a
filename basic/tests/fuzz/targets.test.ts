import { describe, expect, it } from "vitest"
import { createMutator } from "../mutate.ts"
import { judge, minimise, type Target } from "./target.ts"
import { targets } from "./targets.ts"

/** Enough to notice what breaks often; `npm run fuzz` looks longer, with other seeds. */
const inputs = 25

describe.each(
  targets.map((target): [string, Target] => [`${target.name}: ${target.promise}`, target]),
)("%s", (_, target) => {
  it("keeps its promise for inputs of every kind", () => {
    const mutator = createMutator(11)
    for (let count = 0; count < inputs; count++) {
      const input = target.make(mutator)
      expect(judge(target, input), input).toBeNull()
    }
  })
})

it("a gesture into a branch of a line with several is refused with a sentence", () => {
  const gestures = targets.find(({ name }) => name === "gestures")
  const input = "IF x THEN E1 ELSEIF 2THEN y=2ELSE y=3\nFOR w IN\nEND FOR\nH"
  expect(gestures && judge(gestures, input)).toBeNull()
})

describe("making a failing input smaller", () => {
  it("keeps only what makes it fail", () => {
    const target: Target = {
      name: "needle",
      promise: "has no needle",
      make: () => "",
      check: (input) => (input.includes("xyz") ? "there is a needle" : null),
    }
    const hay = `${"hay\n".repeat(50)}a xyz b\n${"hay\n".repeat(50)}`
    expect(minimise(target, hay, "there is a needle")).toBe("xyz")
  })
})
