import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { printProgram } from "../printer/print.ts"
import { programs } from "../tests/generate/arbitrary.ts"
import { applyGesture } from "./apply-gesture.ts"
import { openDocument } from "./document.ts"
import { type CanvasFlow, emptyLayout, type Layout } from "./model.ts"
import { cardWidth, estimateHeight } from "./place-cards.ts"

const open = (source: string, layout: Layout = emptyLayout) => openDocument(source, layout)
const main = (source: string): CanvasFlow => open(source).flows[0]!

/** Groups as `id: keyword, keyword (exit)`. */
const groupsOf = ({ groups }: CanvasFlow): string[] =>
  groups.map(
    ({ id, steps, exit }) => `${id}: ${steps.map(({ keyword }) => keyword).join(", ")} (${exit})`,
  )
const edgesOf = ({ edges }: CanvasFlow): string[] =>
  edges.map(({ id, to, kind }) => `${id} ${kind} ${to}`)

describe("the picture of a program", () => {
  it("is one empty entry for an empty program", () => {
    expect(groupsOf(main(""))).toEqual(["main.start:  (open)"])
  })

  it("is a group for each label, with what falls through and what jumps", () => {
    const flow = main('TALK "a"\nb:\nTALK "b"\nGOTO d\nc:\nTALK "c"\nEXIT\nd:\nRETURN\n')
    expect(groupsOf(flow)).toEqual([
      "main.start: TALK (next)",
      "s2: TALK (goto)",
      "s5: TALK (end)",
      "s8: RETURN (end)",
    ])
    expect(edgesOf(flow)).toEqual(["main.start> next s2", "s2> goto s8"])
  })

  it("draws a branch that is one GOTO as an edge, and goes on below an empty one in the same card", () => {
    const flow = main('IF a THEN\n    GOTO b\nELSE\nEND IF\nTALK "x"\nb:\nTALK "b"\n')
    expect(groupsOf(flow)).toEqual(["main.start: IF, TALK (next)", "s4: TALK (open)"])
    expect(edgesOf(flow)).toEqual(["s1>yes goto s4", "main.start> next s4"])
    expect(
      flow.groups[0]?.steps[0]?.outlets.map(({ key, isConnected }) => [key, isConnected]),
    ).toEqual([
      ["yes", true],
      ["no", false],
    ])
  })

  it("draws a branch with steps as a group of its own that joins what follows", () => {
    const flow = main('IF a THEN\n    TALK "a"\nEND IF\nTALK "x"\n')
    expect(groupsOf(flow)).toEqual([
      "main.start: IF (next)",
      "s1.yes: TALK (next)",
      "s1.next: TALK (open)",
    ])
    expect(edgesOf(flow)).toEqual([
      "s1>yes inline s1.yes",
      "s1>no join s1.next",
      "s1.yes> join s1.next",
    ])
    expect(flow.groups[1]?.inline).toEqual({ stepId: "s1", outlet: "yes" })
  })

  it("leads the body of a loop back to the loop, and CONTINUE and BREAK where they lead", () => {
    const flow = main(
      'FOR EACH x IN list\n    IF x THEN BREAK\n    IF y THEN CONTINUE\n    TALK x\nNEXT\nTALK "z"\n',
    )
    expect(edgesOf(flow)).toContain("s1>after join s1.next")
    expect(edgesOf(flow)).toContain("s2.yes> join s1.next")
    expect(edgesOf(flow)).toContain("s4.yes> join main.start")
    expect(edgesOf(flow)).toContain("s4.next> join main.start")
  })

  it("shows an empty loop with a group to put steps into", () => {
    expect(groupsOf(main("WHILE a\nWEND\n"))).toEqual([
      "main.start: WHILE (open)",
      "s1.body:  (next)",
    ])
  })

  it("draws a menu and the SELECT CASE on its answer as one step with an outlet for each choice", () => {
    const flow = main(
      'HEAR t AS "A", "B", "C"\nSELECT CASE T\n    CASE "A"\n        GOTO a\n    CASE "old"\n        TALK "x"\n    CASE ELSE\n        GOTO a\nEND SELECT\na:\n',
    )
    const [step] = flow.groups[0]!.steps
    expect(step).toMatchObject({ keyword: "HEAR", covers: ["s1", "s2"] })
    expect(step?.outlets.map(({ key, text }) => `${key} ${text}`.trim())).toEqual([
      "choice:0 A",
      "choice:1 B",
      "choice:2 C",
      "case:1 old",
      "else",
    ])
    expect(edgesOf(flow)).toContain("s1>choice:0 goto s6")
    expect(edgesOf(flow)).toContain("s1>choice:1 goto s6")
    expect(edgesOf(flow)).toContain("s1>case:1 inline s2.case:1")
  })

  it("gives SUB and FUNCTION flows of their own", () => {
    const { flows } = open("CALL greet\n\nSUB greet(name)\n    TALK name\nEND SUB\n")
    expect(flows.map(({ id, kind, name, params }) => ({ id, kind, name, params }))).toEqual([
      { id: "main", kind: "main", name: "", params: [] },
      { id: "s2", kind: "sub", name: "greet", params: ["name"] },
    ])
    expect(groupsOf(flows[1]!)).toEqual(["s2.start: TALK (open)"])
  })

  it("shows arguments as the author wrote them, texts without their quotes", () => {
    const [step] = main('x = GET "https://example.org/${id}" ELSE GOTO y\ny:\n').groups[0]!.steps
    expect(step).toMatchObject({
      keyword: "GET",
      titleKey: "steps.get",
      values: { target: "x", url: "https://example.org/${id}" },
      outlets: [{ key: "failed", isConnected: true }],
    })
  })

  it("keeps lines that nobody understands as steps", () => {
    const [first, second] = main("FROB x\n= = 1\n").groups[0]!.steps
    expect(first).toMatchObject({ keyword: "UNKNOWN", values: { text: "FROB x" } })
    expect(second).toMatchObject({ keyword: "BROKEN", values: { text: "= = 1" } })
  })

  it("names groups by their label in plain words, or as a person called them", () => {
    const layout: Layout = { ...emptyLayout, titles: { s1: "Ask e-mail" } }
    const source = "TALK 1\nask_e_mail:\nsay_good_bye:\n"
    expect(open(source).flows[0]!.groups.map(({ title }) => title)).toEqual([
      "",
      "Ask e mail",
      "Say good bye",
    ])
    expect(open(`ask:\n${source}`, layout).flows[0]!.groups[0]?.title).toBe("Ask")
  })
})

describe("automatic places", () => {
  it("go from left to right and never put one card over another", () => {
    fc.assert(
      fc.property(programs(), (program) => {
        for (const { groups } of open(printProgram(program)).flows) expectApart(groups)
      }),
      { numRuns: 300 },
    )
  })

  it("keep clear of cards that were placed by hand", () => {
    const source = 'IF a THEN\n    TALK "a"\nEND IF\nTALK "x"\nb:\nTALK "b"\n'
    const layout: Layout = {
      ...emptyLayout,
      groups: { "main.start": { x: 50, y: 70 }, "s1.next": { x: 430, y: 60 } },
    }
    const { groups } = open(source, layout).flows[0]!
    expect(groups[0]).toMatchObject({ x: 50, y: 70 })
    expectApart(groups)
  })

  it("make room for a card that grows, once a person has arranged the flow", () => {
    const source = 'TALK "a"\nEXIT\nb:\nTALK "b"\n'
    const layout: Layout = {
      ...emptyLayout,
      groups: { "main.start": { x: 0, y: 0 }, s3: { x: 10, y: 140 } },
    }
    const grown = applyGesture(open(source, layout), {
      kind: "addStep",
      groupId: "main.start",
      index: 1,
      statement: 'TALK "more"',
    })
    expect(grown.ok && grown.document.layout.groups.s3).toEqual({ x: 10, y: 216 })
  })

  it("take 1,000 steps in a fraction of a second", () => {
    const part = (at: number) =>
      `g${at}:\nTALK "a"\nIF x THEN\n    TALK ""\nELSE\n    GOTO g${(at * 7) % 200}\nEND IF\n`
    const source = Array.from({ length: 200 }, (_, at) => part(at)).join("")
    open(source)
    const start = performance.now()
    open(source)
    expect(performance.now() - start).toBeLessThan(400)
  })
})

function expectApart(groups: CanvasFlow["groups"]): void {
  groups.forEach((group, index) => {
    for (const other of groups.slice(index + 1)) {
      const isBeside = Math.abs(group.x - other.x) >= cardWidth
      const isBelow = other.y >= group.y + estimateHeight(group.steps)
      const isAbove = group.y >= other.y + estimateHeight(other.steps)
      expect(isBeside || isBelow || isAbove, `${group.id} and ${other.id}`).toBe(true)
    }
  })
}
