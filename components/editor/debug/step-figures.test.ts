import { describe, expect, test } from "vitest"
import { emptyLayout, listStatements, openDocument, runSavedTests } from "#basic"
import { wayKey } from "../../canvas/step-marks.ts"
import { figuresOfCoverage, figuresOfTraffic } from "./step-figures.ts"

const source = `TALK "Hi"
HEAR size AS "Small", "Large"
SELECT CASE size
CASE "Small"
    price = 1
    TALK "One"
CASE "Large"
    price = 2
    TALK "Two"
END SELECT
IF price > 5 THEN
    x = 1
ELSE
    x = 2
END IF
TALK "Bye"
`
const document = openDocument(source, emptyLayout)
const idOf = (path: string): string => {
  const index = listStatements(document.program).findIndex((each) => each.path === path)
  return document.layout.stepIds[index] ?? ""
}

describe("figures on the canvas", () => {
  test("of tests name every step and way, taken or not", () => {
    const tests = [{ name: "start.test", source: 'TEST "small"\nCHOOSE "Small"\nEXPECT "One"\n' }]
    const report = runSavedTests({ scripts: [{ name: "start", source }], tests })
    const figures = figuresOfCoverage(document, report.coverage[0])
    expect(figures.get(idOf("0"))?.count).toBe(1)
    expect(figures.get(wayKey(idOf("1"), "choice:0"))?.count).toBe(1)
    expect(figures.get(wayKey(idOf("1"), "choice:1"))?.count).toBe(0)
  })

  test("of a flow that no test has run say so of each step", () => {
    const figures = figuresOfCoverage(document, undefined)
    expect([...figures.values()].every(({ count }) => count === 0)).toBe(true)
    expect(figures.has(idOf("0"))).toBe(true)
  })

  test("of people are told for ways and steps between two that acted, where there is one way only", () => {
    const two = listStatements(document.program).find(({ statement }) =>
      source.slice(statement.span.start).startsWith('TALK "Two"'),
    )
    const one = listStatements(document.program).find(({ statement }) =>
      source.slice(statement.span.start).startsWith('TALK "One"'),
    )
    const menu = idOf("1")
    const [small, large, bye] = [idOf(one?.path ?? ""), idOf(two?.path ?? ""), idOf("4")]
    const counts = {
      conversations: 10,
      steps: [
        { stepId: idOf("0"), reached: 10, left: 0 },
        { stepId: menu, reached: 10, left: 3 },
        { stepId: small, reached: 5, left: 0 },
        { stepId: large, reached: 2, left: 0 },
        { stepId: bye, reached: 7, left: 0 },
      ],
      ways: [
        { from: menu, to: small, count: 5 },
        { from: menu, to: large, count: 2 },
        { from: small, to: bye, count: 5 },
        { from: large, to: bye, count: 2 },
      ],
    }
    const figures = figuresOfTraffic(document, counts, (id) => id)
    expect(figures.get(menu)).toEqual({ count: 10, left: 3 })
    expect(figures.get(wayKey(menu, "choice:0"))?.count).toBe(5)
    expect(figures.get(wayKey(menu, "choice:1"))?.count).toBe(2)
    const decision = idOf("3")
    expect(figures.get(decision)?.count).toBe(7)
    expect(figures.has(wayKey(decision, "yes"))).toBe(false)
  })
})
