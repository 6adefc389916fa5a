import { describe, expect, it } from "vitest"
import { emptyLayout, openDocument } from "#basic"
import { drawMermaid } from "./draw-mermaid.ts"
import { drawSvg } from "./draw-svg.ts"
import { readSheet } from "./flow-sheet.ts"

const words = {
  step: ({ source }: { source: string }) => source,
  outlet: ({ text, labelKey }: { text: string; labelKey: string | null }) =>
    text === "" ? (labelKey ?? "") : text,
  group: ({ title }: { title: string }) => title || "Start",
}
const colors = {
  ...{ paper: "#fff", card: "#fff", line: "#ddd", text: "#111", muted: "#666", way: "#888" },
  family: () => "#00f",
}
const sheetOf = (source: string) => {
  const [flow] = openDocument(source, emptyLayout).flows
  if (!flow) throw new Error("There is no flow.")
  return readSheet(flow, words)
}
const hostile = 'TALK "<script>&""#|end"\nGOTO again\nagain:\nHEAR x AS "A|B", "C" WITH "?"\n'

describe("a flow as a picture", () => {
  it("is an SVG in which what the author wrote is text, never markup", () => {
    const svg = drawSvg(sheetOf(hostile), colors)
    expect(svg).not.toContain("<script>")
    expect(svg).toContain("&#60;script&#62;")
    expect(svg.match(/marker-end/g)).toHaveLength(1)
  })

  it("has a way for every edge of the canvas", () => {
    const source = 'a:\nHEAR w AS "X", "Y" WITH "?"\nIF w = "X" THEN GOTO b\nGOTO a\nb:\nTALK "b"\n'
    const sheet = sheetOf(source)
    const svg = drawSvg(sheet, colors)
    expect(sheet.ways.length).toBeGreaterThan(1)
    expect(svg.match(/marker-end="url/g)).toHaveLength(sheet.ways.length)
  })

  it("of an empty flow is still a picture", () => {
    expect(drawSvg({ cards: [], ways: [] }, colors)).toMatch(/width="96" height="96"/)
  })
})

describe("a flow as Mermaid", () => {
  it("keeps quotes, bars and angles of the author out of its syntax", () => {
    const text = drawMermaid(sheetOf(hostile))
    expect(text.startsWith("flowchart LR\n")).toBe(true)
    expect(text).toContain("#lt;script#gt;#amp;")
    expect(text).toMatch(/card1 --> card2/)
    for (const line of text.split("\n").slice(1, 3)) expect(line.match(/"/g)).toHaveLength(2)
  })
})
