import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { highlight } from "./highlight.ts"

const words = new Set(["TALK", "SET", "BOT", "MEMORY", "GET"])
const painted = (source: string) =>
  highlight(source, words).map(({ start, end, kind }) => `${kind}:${source.slice(start, end)}`)

describe("highlighting", () => {
  it("tells keywords, variables, functions, members, numbers and texts apart", () => {
    expect(painted('x = LEFT(user.name, 2) + "a"')).toEqual([
      "variable:x",
      "operator:=",
      "function:LEFT",
      "operator:(",
      "variable:user",
      "operator:.",
      "property:name",
      "operator:,",
      "number:2",
      "operator:)",
      "operator:+",
      'text:"a"',
    ])
  })
  it("shows a keyword that is used as a variable as a variable", () => {
    expect(painted("talk = 1")[0]).toBe("variable:talk")
    expect(painted("TALK talk")[0]).toBe("keyword:TALK")
  })
  it("shows what is interpolated as code inside the text", () => {
    const parts = painted(`TALK "Hi \${name}!"`)
    expect(parts[0]).toBe("keyword:TALK")
    expect(parts).toContain("variable:name")
    expect(parts.join(" ")).toContain('text:"Hi ')
  })
  it("shows comments above, behind and below statements", () => {
    const parts = painted("' one\nTALK 1 ' two\nREM three")
    expect(parts.filter((part) => part.startsWith("comment"))).toEqual([
      "comment:' one",
      "comment:' two",
      "comment:REM three",
    ])
  })
  it("shows the lines of a text block as text between two keywords", () => {
    const parts = painted(["BEGIN TALK", "Hello $" + "{who}, IF you like", "END TALK"].join("\n"))
    expect(parts[0]).toBe("keyword:BEGIN TALK")
    expect(parts.at(-1)).toBe("keyword:END TALK")
    expect(parts).toContain("variable:who")
    expect(parts.some((part) => part.startsWith("text:") && part.includes("IF you like"))).toBe(
      true,
    )
  })
  it("never throws and never paints outside the text or twice, whatever the text", () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      "${",
      "}",
      "BEGIN TALK",
      "END TALK",
      "\n",
      " ",
      "#",
      "REM",
      "x",
      "(",
      ")",
      "1",
      ".",
      "TABLE t",
      "`",
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const source = parts.join("")
        let at = 0
        for (const { start, end } of highlight(source, words)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(source.length)
          at = end
        }
      }),
      { numRuns: 3000 },
    )
  })
})
