import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { parse } from "../parser/parse.ts"
import { createMutator } from "../tests/mutate.ts"
import { openSource, type SourceModel } from "./source-model.ts"

const samples = globSync("../tests/*/*/input.bas", { cwd: import.meta.dirname })
  .sort()
  .map((file) => readFileSync(join(import.meta.dirname, file), "utf8"))

/** What must be the same however the text was read: the tree with its places, and the findings. */
function expectSameAsWhole(model: SourceModel) {
  const whole = parse(model.source)
  expectSame(model.program, whole.program, model.source)
  const findings = [...whole.diagnostics].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      "ewh".indexOf(a.severity[0]!) - "ewh".indexOf(b.severity[0]!) ||
      (a.code < b.code ? -1 : Number(a.code > b.code)),
  )
  expectSame(model.diagnostics, findings, model.source)
}

/** Walks the values only where their text differs: that is what showing the difference costs. */
function expectSame(found: unknown, wanted: unknown, source: string) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found, source).toEqual(wanted)
}

const type = (model: SourceModel, at: number, text: string, removed = 0) =>
  model.edit([{ span: { start: at, end: at + removed }, text }])

describe("an edit", () => {
  it("reads the statement it touches and one before it, and moves the others", () => {
    const source = Array.from({ length: 200 }, (_, n) => `TALK "line ${n}"\n`).join("")
    const model = type(openSource(source), source.indexOf("line 100"), "new ")
    expect(model.readCount).toBeLessThanOrEqual(3)
    expectSameAsWhole(model)
  })

  it("gives the tree and the findings of the whole text, whatever is typed into whatever program", () => {
    const mutator = createMutator(7)
    for (let round = 0; round < 100; round++) {
      let model = openSource(mutator.damage(samples))
      for (let step = 0; step < 6; step++) {
        const at = mutator.below(model.source.length + 1)
        model = type(
          model,
          at,
          mutator.below(3) === 0 ? "" : mutator.randomText(4),
          mutator.below(8),
        )
        expectSameAsWhole(model)
      }
    }
  })

  it("gives the same after every key of a program that is typed from its first to its last character", () => {
    let model = openSource("")
    for (const character of samples.join("\n").slice(0, 700)) {
      model = type(model, model.source.length, character)
      expectSameAsWhole(model)
    }
  })

  it("sees that a name became a variable and reads the lines again that use it", () => {
    const source = 'TALK "a"\nTALK "b"\nTALK "c"\nTALK now\nTALK "d"\n'
    expectSameAsWhole(type(openSource(source), 0, "now = 5\n"))
  })

  it("sees that the whole text began to read like prose", () => {
    const source = "\nThen wait for n a u\nWrite f e t"
    expectSameAsWhole(type(openSource(source), 10, "FOR EACH x IN y\nNOW", 3))
  })

  it("sees that an event inside a block takes its end from far below", () => {
    const source = 'SUB e\nEND SUB\nTALK "a"\nTALK "b"\nTALK "c"\nEND ON\n'
    expectSameAsWhole(type(openSource(source), 6, 'ON "x"\n'))
  })

  it("sees that a quote far below makes a text of what was a comment", () => {
    const source = "TALK 1\nx = a:'\nT\nT\nTALK 2\nTALK 3\nTALK 4\n"
    expectSameAsWhole(type(openSource(source), source.length - 8, "?'", 3))
  })

  it("keeps a comment with the number or the colon it stands behind", () => {
    const source =
      "TALK 0\nF,WITH o\n1 '\no\na:REM b\nBEGIN TALK\nx\nEND TALK ' c\nTALK 2\nTALK 3\n"
    for (let at = 0; at <= source.length; at++) expectSameAsWhole(type(openSource(source), at, " "))
  })

  it("sees that END IF far below makes a block of an IF on one line", () => {
    const source = "TALK 0\nIF a THEN TALK 1\nELSE\nTALK 2\nTALK 3\nTALK 4\nTALK 5\n"
    expectSameAsWhole(type(openSource(source), source.length, "END IF\n"))
  })

  it("takes several edits at once, in any order", () => {
    const source = 'TALK "a"\nTALK "b"\nTALK "c"\nTALK "d"\n'
    const model = openSource(source).edit([
      { span: { start: source.indexOf("d"), end: source.indexOf("d") + 1 }, text: "four" },
      { span: { start: 6, end: 7 }, text: "one" },
    ])
    expect(model.source).toBe('TALK "one"\nTALK "b"\nTALK "c"\nTALK "four"\n')
    expectSameAsWhole(model)
  })

  it("checks like checkSource does", () => {
    const model = type(openSource('TALK nme\nname = "x"\nTALK name\n'), 0, "' hello\n")
    expect(model.check()).toEqual(checkSource(model.source).diagnostics)
  })
})
