import { expect, it } from "vitest"
import { emptyLayout, type FlowDocument, openDocument, retypeDocument } from "#basic"
import { openSource } from "#basic/services/source-model.ts"
import { untyped } from "../editor/use-calm-document.ts"
import { type CanvasNode, toNodes } from "./canvas-nodes.ts"
import { keepSame } from "./use-typed-card.ts"

const source = `TALK "Hi"
IF visits > 2 THEN
    TALK "Again"
END IF
HEAR topic AS "Sales", "Help" WITH "What about?"
SELECT CASE topic
    CASE "Sales"
        TALK "Prices"
END SELECT
help:
TALK "Help"
GOTO help
`

/** The cards of the main flow as they are drawn: of the nodes, with the words of the document. */
const drawn = (nodes: readonly CanvasNode[], document: FlowDocument) =>
  nodes.flatMap((node) => (node.type === "card" ? [keepSame(node.data.group)(document)] : []))
const looksOf = (cards: ReturnType<typeof drawn>) =>
  cards.map(({ id, title, steps }) => ({
    ...{ id, title },
    steps: steps.map(({ titleKey, values, outlets, isOff }) => ({
      ...{ titleKey, values, outlets, isOff },
    })),
  }))
const mainOf = ({ flows }: FlowDocument) => flows[0] ?? expect.unreachable()

it("draws after every key what a fresh opening of the text draws, whichever way the key took", () => {
  let model = openSource(source)
  let document = openDocument(source, emptyLayout)
  let nodes = toNodes(mainOf(document), [], [])
  let quick = 0
  const words = ["Again", "Help", "visits", "What", "Prices", "Hi", "Sales", "GOTO"]
  for (const word of words) {
    const at = model.source.indexOf(word) + 1
    for (const key of ["x", "y", "", "\n"]) {
      const end = key === "" ? at + 1 : at
      const after = model.edit([{ span: { start: at, end }, text: key }])
      const next = retypeDocument(document, model, after)
      quick += next === null ? 0 : 1
      document = next ?? openDocument(after.source, document.layout, document)
      model = after
      nodes = toNodes(mainOf(untyped(document)), nodes, [])
      const opened = openDocument(after.source, document.layout)
      expect(looksOf(drawn(nodes, document)), after.source).toEqual(
        looksOf(drawn(toNodes(mainOf(opened), [], []), opened)),
      )
    }
  }
  expect(quick).toBeGreaterThan(10)
})

it("gives the same card for keys in other cards", () => {
  const document = openDocument(source, emptyLayout)
  const model = openSource(source)
  const [first, other] = mainOf(document).groups
  if (!first || !other) return expect.unreachable()
  const [of, select] = [keepSame(first), keepSame(other)]
  const at = source.indexOf("Hi")
  const typed = retypeDocument(
    document,
    model,
    model.edit([{ span: { start: at, end: at }, text: "x" }]),
  )
  if (typed === null) return expect.unreachable()
  expect(of(typed)).not.toBe(first)
  expect(select(typed)).toBe(other)
})
