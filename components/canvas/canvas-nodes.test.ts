import { expect, it } from "vitest"
import { emptyLayout, openDocument } from "#basic"
import { type GroupNode, toEdges, toNodes } from "./canvas-nodes.ts"

const source = `TALK "Hi"
HEAR topic AS "Sales", "Help"
SELECT CASE topic
    CASE "Sales"
        GOTO sales
    CASE "Help"
        GOTO help
END SELECT
sales:
TALK "Prices"
GOTO help
help:
TALK "Help"
`
const flow = openDocument(source, emptyLayout).flows[0]
if (!flow) throw new Error("A document has a main flow.")

it("keeps the node of a card that did not change, so that it is not drawn again", () => {
  const first = toNodes(flow, [], [])
  const again = openDocument(source.replace("Prices", "Offers"), emptyLayout).flows[0]
  const second = toNodes(again ?? flow, first, [])
  expect(second.map((node, at) => node.data === first[at]?.data)).toEqual([true, false, true])
})
it("keeps what was measured of a card that changed", () => {
  const measured = toNodes(flow, [], []).map((node) => ({
    ...node,
    measured: { width: 300, height: 99 },
  }))
  const again = openDocument(source.replace("Prices", "Offers"), emptyLayout).flows[0] ?? flow
  expect(toNodes(again, measured, [])[1]?.measured).toEqual({ width: 300, height: 99 })
})
it("names at the end of a card what it leads to", () => {
  const [start, sales] = toNodes(flow, [], []).filter(({ type }) => type === "card") as GroupNode[]
  expect(sales?.data.next?.title).toBe("Help")
  expect(start?.data.hasEnd).toBe(start?.data.next !== null)
})
it("gives each way that leaves a card in one direction a lane of its own", () => {
  const edges = toEdges(flow, null, ({ id }) => id)
  const lanes = edges
    .filter(({ source: from }) => from === flow.groups[0]?.id)
    .map(({ data }) => data?.lane)
  expect(new Set(lanes).size).toBe(lanes.length)
})
it("lets only ways be selected and reached that a person may remove", () => {
  for (const edge of toEdges(flow, null, () => ""))
    expect(edge.focusable).toBe(edge.data?.edge.isEditable)
})
