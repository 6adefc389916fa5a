import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { openSource } from "../services/source-model.ts"
import { createMutator } from "../tests/mutate.ts"
import { openDocument } from "./document.ts"
import { emptyLayout, type FlowDocument } from "./model.ts"
import { retypeDocument } from "./retype-document.ts"

/** What a fresh opening of the same text shows, findings left out: they follow when typing pauses. */
function expectSameAsOpened(shown: FlowDocument, previous: FlowDocument, what: string) {
  const picture = ({ source, program, layout, flows }: FlowDocument) => ({
    ...{ source, program, layout, flows },
  })
  const opened = picture(openDocument(shown.source, previous.layout, previous))
  const found = picture(shown)
  if (JSON.stringify(found) !== JSON.stringify(opened)) expect(found, what).toEqual(opened)
}

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
      expectSameAsOpened(shown, previous, JSON.stringify([at, text]))
    }
  expect(quick).toBeGreaterThan(50)
})

it("shows the same after keys one upon the other, at any places of any program", () => {
  const samples = globSync("../tests/*/*/input.bas", { cwd: import.meta.dirname })
    .sort()
    .map((file) => readFileSync(join(import.meta.dirname, file), "utf8").replace(/\r\n?/g, "\n"))
    .filter(({ length }, at) => length < 600 && at % 5 === 0)
  const mutator = createMutator(11)
  const kinds = new Set<string>()
  for (const text of samples) {
    let model = openSource(text)
    let shown = openDocument(text, emptyLayout)
    let at = 0
    for (let key = 0; key < 8 && model.source !== ""; key++) {
      if (key % 4 === 0) at = mutator.below(model.source.length)
      const isRemoved = mutator.below(5) === 0
      const typed = isRemoved ? "" : (["x", " ", "a b", ".", "1", ", y"][mutator.below(6)] ?? "")
      const end = Math.min(at + (isRemoved ? 1 : 0), model.source.length)
      const after = model.edit([{ span: { start: at, end }, text: typed }])
      const next = retypeDocument(shown, model, after)
      if (next !== null) {
        expectSameAsOpened(next, shown, `${text}\n--- ${at} ${typed}`)
        kinds.add(next.typed?.step.titleKey ?? "")
      }
      shown = next ?? openDocument(after.source, shown.layout, shown)
      model = after
      at += typed.length
    }
  }
  expect(kinds.size).toBeGreaterThan(4)
})

it("goes the short way inside every kind of block, and in the words of what opens one", () => {
  const text = `IF visits > 2 THEN
    SELECT CASE visits
    CASE 3
        FOR EACH item IN items
            TALK "deep"
        NEXT
    END SELECT
END IF
SUB greet
    HEAR wish AS "Sales", "Support" WITH "Which?"
END SUB
`
  const model = openSource(text)
  const previous = openDocument(text, emptyLayout)
  for (const word of ["deep", "Which", "isits >", "tems\n"]) {
    const at = text.indexOf(word)
    const after = model.edit([{ span: { start: at, end: at }, text: "x" }])
    const shown = retypeDocument(previous, model, after)
    expect(shown, word).not.toBeNull()
    if (shown !== null) expectSameAsOpened(shown, previous, word)
  }
})

it("leaves every other card as it is, and moves what was found below it", () => {
  const model = openSource(source)
  const previous = openDocument(source, emptyLayout)
  const at = source.indexOf("example")
  const after = model.edit([{ span: { start: at, end: at }, text: "xyz" }])
  const shown = retypeDocument(previous, model, after) ?? expect.unreachable()
  expect(shown.typed?.base).toBe(previous)
  expect(shown.typed?.group.steps.some(({ source }) => source.includes("xyzexample"))).toBe(true)
  const found = previous.diagnostics.find(({ span }) => span.start > source.indexOf("never"))
  const start = (found?.span.start ?? expect.unreachable()) + 3
  expect(shown.diagnostics.map(({ span }) => span.start)).toContain(start)
})
