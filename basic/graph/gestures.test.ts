import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { equalAst } from "../ast/equal.ts"
import { printProgram, printStatement } from "../printer/print.ts"
import { legalPrograms } from "../tests/generate/arbitrary.ts"
import { createChooser } from "../tests/generate/chooser.ts"
import { growGesture } from "../tests/generate/gestures.ts"
import { applyGesture } from "./apply-gesture.ts"
import { withoutBodies } from "./bodies.ts"
import { openDocument } from "./document.ts"
import { applyEdits } from "./gestures/draft.ts"
import { listSteps } from "./list-steps.ts"
import { emptyLayout, type FlowDocument, type Gesture, type GestureResult } from "./model.ts"
import { toAst } from "./to-ast.ts"
import { toGraph } from "./to-graph.ts"

type Done = Extract<GestureResult, { readonly ok: true }>

/** Ways people lay a program out that mean the same. */
const layouts: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/^(\s*)NEXT$/gm, "$1end for").replace(/^(\s*)END IF$/gm, "$1endif"),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.trimEnd(),
]

const sessions = fc.record({
  program: legalPrograms(200),
  layout: fc.nat(layouts.length - 1),
  choices: fc.array(fc.nat(65_535), { minLength: 20, maxLength: 60 }),
})

/** Each run of the suite draws other sessions; FUZZ_TIMES=10 draws ten times as many. */
const times = Number(process.env.FUZZ_TIMES ?? 1)

/** Carries out gestures one after the other and hands each that was done to `check`. */
function hold(
  check: (before: FlowDocument, gesture: Gesture, result: Done) => void,
  numRuns: number,
): void {
  fc.assert(
    fc.property(sessions, ({ program, layout, choices }) => {
      const source = layouts[layout]!(printProgram(program))
      let document = openDocument(source, emptyLayout)
      fc.pre(document.diagnostics.every(({ severity }) => severity !== "error"))
      const choose = createChooser(choices)
      while (!choose.isExhausted) {
        const gesture = growGesture(choose, document)
        const result = applyGesture(document, gesture)
        if (!result.ok) continue
        check(document, gesture, result)
        document = result.document
      }
    }),
    { numRuns: numRuns * times },
  )
}

describe("any sequence of gestures on any program", () => {
  it("gives edits that make the new text of the old one, and a program without new errors that holds the laws", () => {
    hold((before, _gesture, { edits, document }) => {
      expect(applyEdits(before.source, edits)).toBe(document.source)
      expect(document.diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
      expect(equalAst(toAst(toGraph(document.program)), document.program)).toBe(true)
    }, 150)
  }, 60_000)

  it("gives each step one id, and the same picture when the text is opened again with its layout", () => {
    hold((_before, _gesture, { document }) => {
      const { stepIds } = document.layout
      expect(new Set(stepIds).size).toBe(listSteps(document.program).length)
      const { flows } = openDocument(document.source, document.layout)
      if (JSON.stringify(flows) !== JSON.stringify(document.flows))
        expect(flows).toEqual(document.flows)
    }, 100)
  }, 60_000)

  it("leaves every step as it was that the gesture is not about, with its id", () => {
    hold((before, gesture, { document }) => {
      const old = describeSteps(before)
      const fresh = describeSteps(document)
      const own = ownSteps(before, gesture)
      for (const [id, text] of fresh) {
        const was = old.get(id)
        if (was !== undefined && !own.has(id)) expect(text).toBe(was)
      }
      if (!isRemoval(gesture)) expect(lostSteps(old, fresh)).toEqual([])
    }, 150)
  }, 60_000)
})

describe("an edge", () => {
  it("leads where it was drawn to", () => {
    hold((_before, gesture, { document, focusGroupId }) => {
      if (
        gesture.kind !== "connect" ||
        gesture.from.stepId === null ||
        gesture.from.outlet === "after"
      )
        return
      const id = `${gesture.from.stepId}>${gesture.from.outlet}`
      const found = document.flows.flatMap(({ edges }) => edges).find((edge) => edge.id === id)
      expect(found).toMatchObject({ to: focusGroupId, kind: "goto", isEditable: true })
    }, 100)
  }, 60_000)

  it("is gone when it was taken away", () => {
    hold((_before, gesture, { document }) => {
      if (gesture.kind !== "disconnect") return
      const { stepId, outlet, groupId } = gesture.from
      const isEnd = stepId === null || outlet === "after"
      const id = isEnd ? `${groupId}>` : `${stepId}>${outlet}`
      const found = document.flows.flatMap(({ edges }) => edges).find((edge) => edge.id === id)
      expect(found?.isEditable ?? false).toBe(false)
    }, 100)
  }, 60_000)
})

/**
 * Steps by id, each as it reads without its bodies, comments and the labels it leads to. GOTO, EXIT and
 * labels are edges and groups rather than steps.
 */
function describeSteps({ program, layout }: FlowDocument): Map<string, string> {
  const steps = new Map<string, string>()
  listSteps(program).forEach(({ statement }, index) => {
    if (edgeKinds.has(statement.kind)) return
    const bare = { ...withoutBodies(statement), leading: [], trailing: null }
    const text = printStatement(
      bare.kind === "ProcedureStatement" ? { ...bare, body: emptyBody } : bare,
    )
    const shown = text
      .split("\n")
      .filter((line) => !/^\s*('.*|case else|default|)$/i.test(line))
      .join("\n")
    steps.set(layout.stepIds[index]!, shown.replace(/\s+(ELSE )?GOTO \S+$/, ""))
  })
  return steps
}

const emptyBody = { statements: [], closing: [] }
const edgeKinds: ReadonlySet<string> = new Set([
  "GotoStatement",
  "GosubStatement",
  "StopStatement",
  "ExitStatement",
  "ContinueStatement",
  "LabelStatement",
])

/** The step a gesture is about, and the SELECT CASE that belongs to it. */
function ownSteps({ flows }: FlowDocument, gesture: Gesture): Set<string> {
  const from = "from" in gesture ? gesture.from?.stepId : null
  const id = "stepId" in gesture ? gesture.stepId : from
  const steps = flows.flatMap(({ groups }) => groups.flatMap((group) => group.steps))
  return new Set(steps.find((step) => step.id === id)?.covers ?? [])
}

const isRemoval = ({ kind }: Gesture): boolean =>
  ["removeSteps", "removeGroup", "removeGroups", "disconnect", "connect", "addGroup"].includes(kind)

const lostSteps = (
  old: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): string[] => [...old].flatMap(([id, text]) => (fresh.has(id) ? [] : [text]))
