import { describe, expect, it } from "vitest"
import { collectDeclarations } from "../declarations/collect.ts"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { openPreview } from "./preview.ts"

function open(source: string) {
  const { program } = parse(source)
  const declarations = collectDeclarations(program)
  const preview = openPreview(compile(program, undefined, source), { declarations })
  const said = () => preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))
  return { preview, said }
}

describe("what begins by itself in a preview", () => {
  it("happens when time is skipped, on top of what waits, and the question is asked again", () => {
    const { preview, said } = open(
      'SCHEDULE IN 2 HOURS DO\n    TALK "Still there?"\nEND SCHEDULE\nTALK "Colour?"\nHEAR c\nTALK c\n',
    )
    preview.start()
    preview.skipTime(7_199)
    expect(said()).toEqual(["Colour?"])
    preview.skipTime(1)
    expect(said()).toEqual(["Colour?", "Still there?", "Colour?"])
    preview.send({ text: "red" })
    expect(said().at(-1)).toBe("red")
  })

  it("repeats what the script declares, and what it sets while it runs", () => {
    const { preview, said } = open(
      'SET SCHEDULE "every hour"\nIF argument = "x" THEN\n    TALK "set"\n    EXIT\nEND IF\nTALK "declared"\nSET SCHEDULE "every 30 minutes", "start", "x"\n',
    )
    preview.skipTime(3 * 3600)
    expect(said().filter((text) => text === "declared")).toHaveLength(3)
    expect(said().filter((text) => text === "set").length).toBeGreaterThanOrEqual(1)
  })

  it("tells ON EVENT and WAIT FOR EVENT what was published, and gives NULL when the time is up", () => {
    const { preview, said } = open(
      'ON EVENT "paid" DO\n    TALK "heard " + id\nEND ON\nSCHEDULE IN 1 MINUTES DO\n    PUBLISH EVENT "Paid", { id: 7 }\nEND SCHEDULE\ngot = WAIT FOR EVENT "paid" TIMEOUT 300\nTALK "got " + got.id\nlate = WAIT FOR EVENT "paid" TIMEOUT 300\nIF late IS NULL THEN TALK "late"\n',
    )
    preview.start()
    expect(preview.waiting?.kind).toBe("event")
    preview.skipTime(60)
    expect(said()).toEqual(["heard 7", "got 7"])
    preview.skipTime(300)
    expect(said().at(-1)).toBe("late")
  })

  it("ends a chain of events that start each other", () => {
    const { preview } = open('ON EVENT "a" DO\n    PUBLISH EVENT "a"\nEND ON\nPUBLISH EVENT "a"\n')
    preview.start()
    expect(preview.status).toBe("ended")
  })
})
