import { expect, it } from "vitest"
import { openSource } from "../services/source-model.ts"
import { openDocument } from "./document.ts"
import { emptyLayout } from "./model.ts"
import { retypeDocument } from "./retype-document.ts"

const source = `' A first step.
TALK "Hello, " + name + "!" ' trailing
HEAR mail AS EMAIL WITH "Where?"
visits = visits + 1
start:
HEAR wish AS "Sales", "Support" WITH "Which?"
SELECT CASE wish
CASE "Sales"
    TALK "Sold"
END SELECT
IF visits > 2 THEN GOTO start
page = GET "https://example.org/" + wish
' @off
TALK "never"
CALL greet
SUB greet
    TALK "Inside"
END SUB
TALK missing
`

it("shows after every key what opening the text anew shows, wherever it takes the short way", () => {
  const model = openSource(source)
  const previous = openDocument(source, emptyLayout)
  let quick = 0
  for (let at = 0; at < source.length; at += 3)
    for (const [end, text] of [
      [at, "x"],
      [at, '"'],
      [at + 1, ""],
      [at, "\n"],
    ] as const) {
      const after = model.edit([{ span: { start: at, end }, text }])
      const shown = retypeDocument(previous, model, after)
      if (shown === null) continue
      quick += 1
      const opened = openDocument(after.source, previous.layout, previous)
      const { diagnostics: _, ...picture } = opened
      expect({ ...shown, diagnostics: [] }, JSON.stringify([at, text])).toEqual({
        ...picture,
        diagnostics: [],
      })
    }
  expect(quick).toBeGreaterThan(50)
})

it("leaves cards above the step as they are, and moves what was found below it", () => {
  const model = openSource(source)
  const previous = openDocument(source, emptyLayout)
  const at = source.indexOf("example")
  const after = model.edit([{ span: { start: at, end: at }, text: "xyz" }])
  const shown = retypeDocument(previous, model, after) ?? expect.unreachable()
  const [before, now] = [previous, shown].map(({ flows }) => flows[0]?.groups ?? [])
  expect(now?.[0]).toBe(before?.[0])
  const found = previous.diagnostics.find(({ span }) => span.start > source.indexOf("never"))
  const start = (found?.span.start ?? expect.unreachable()) + 3
  expect(shown.diagnostics.map(({ span }) => span.start)).toContain(start)
})
