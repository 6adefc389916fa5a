import { expect, it } from "vitest"
import { createSeal } from "./aes.ts"

const seal = createSeal("an installation key of some length")

it("SEC-06 a sealed text tells nothing, differs each time, and opens with its own key alone", () => {
  const [one, two] = [seal.close("pässword"), seal.close("pässword")]
  expect(one).not.toBe(two)
  expect(one).not.toContain("password")
  expect([seal.open(one), seal.open(two)]).toEqual(["pässword", "pässword"])
  expect(createSeal("another installation's key, as long").open(one)).toBeNull()
})

it("gives nothing for a text that was changed, cut off, or never sealed", () => {
  const sealed = seal.close("secret")
  const flipped = sealed.slice(0, -2) + (sealed.endsWith("A") ? "B" : "A") + sealed.slice(-1)
  for (const wrong of [flipped, sealed.slice(0, 20), "s1.", "", "plain", sealed.slice(3)])
    expect(seal.open(wrong)).toBeNull()
})
