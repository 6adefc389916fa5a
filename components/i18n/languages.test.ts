import { expect, test } from "vitest"
import { directionOf, pickLanguage } from "./languages.ts"

test("a remembered language wins over what the browser wishes", () => {
  expect(pickLanguage("tr", "de-DE,de;q=0.9")).toBe("tr")
})

test("without a choice the browser's best wish that we speak is taken", () => {
  expect(pickLanguage(undefined, "ja,pt-BR;q=0.8,en;q=0.9")).toBe("en")
  expect(pickLanguage(undefined, "nl-NL, fr-CA;q=0.7")).toBe("fr")
  expect(pickLanguage("xx", "ar")).toBe("ar")
})

test("garbage in the header ends in English, not in an error", () => {
  for (const header of [null, "", ";;;q=,,", `${"a,".repeat(10_000)}`, "*;q=0.1"])
    expect(pickLanguage(undefined, header)).toBe("en")
})

test("Arabic is written from right to left", () => {
  expect(directionOf("ar")).toBe("rtl")
  expect(directionOf("de")).toBe("ltr")
})
