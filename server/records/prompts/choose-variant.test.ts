import { expect, test } from "vitest"
import { chooseVariant } from "./choose-variant.ts"

const split = { id: "spl_1", numberA: 3, numberB: 4, percentB: 20 }

test("a person meets the same version each time, and another split deals anew", () => {
  const people = Array.from({ length: 5_000 }, (_, at) => `con_${at}`)
  const first = people.map((person) => chooseVariant(split, person))
  expect(people.map((person) => chooseVariant({ ...split }, person))).toEqual(first)
  const share = first.filter((number) => number === 4).length / people.length
  expect(share).toBeGreaterThan(0.18)
  expect(share).toBeLessThan(0.22)
  const other = people.map((person) => chooseVariant({ ...split, id: "spl_2" }, person))
  const both = people.filter((_, at) => first[at] === 4 && other[at] === 4).length / people.length
  expect(both).toBeLessThan(0.06)
})
