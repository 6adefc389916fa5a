import { expect, test } from "vitest"
import { emptyLayout, openDocument, paletteEntries } from "#basic"
import { hasIcon } from "./icon.tsx"

test("every step that can be dropped has an icon we can draw, in the palette and on the canvas", () => {
  for (const entry of paletteEntries()) {
    expect(hasIcon(entry.icon), `${entry.keyword}: ${entry.icon}`).toBe(true)
    const { flows } = openDocument(entry.snippet, emptyLayout)
    for (const step of flows.flatMap(({ groups }) => groups).flatMap(({ steps }) => steps))
      expect(hasIcon(step.icon), `${step.keyword}: ${step.icon}`).toBe(true)
  }
})
