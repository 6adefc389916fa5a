import { describe, expect, it } from "vitest"
import { compareFlows, type StoredFlow } from "./compare-flows.ts"
import { openDocument } from "./document.ts"
import { emptyLayout } from "./model.ts"

/** A flow and what it became, its step ids carried over. */
function edit(before: string, after: string): [StoredFlow, StoredFlow] {
  const old = openDocument(before, emptyLayout)
  const fresh = openDocument(after, old.layout, old)
  return [
    { name: "start", source: before, layout: old.layout },
    { name: "start", source: after, layout: fresh.layout },
  ]
}
const changesOf = (before: string, after: string) => {
  const [old, fresh] = edit(before, after)
  return compareFlows([old], [fresh])[0]?.steps.map(({ kind, before, after }) => [
    kind,
    before,
    after,
  ])
}

describe("what changed between two states of a flow", () => {
  it("is nothing where only blank lines, comments or places differ", () => {
    const [old, fresh] = edit('TALK "a"\nTALK "b"', 'TALK "a"\n\n\' note\nTALK "b"')
    expect(
      compareFlows(
        [old],
        [{ ...fresh, layout: { ...fresh.layout, groups: { main: { x: 9, y: 9 } } } }],
      ),
    ).toEqual([{ name: "start", kind: "same", steps: [] }])
  })

  it("is told by steps: added, changed, removed, and moved elsewhere", () => {
    const layout = (stepIds: string[]) => ({ ...emptyLayout, stepIds })
    const before = {
      ...{ name: "start", source: 'TALK "a"\nHEAR x\nTALK "b"\nTALK "c"' },
      layout: layout(["s1", "s2", "s3", "s4"]),
    }
    const after = {
      ...{ name: "start", source: 'TALK "a!"\nTALK "new"\nTALK "b"\nHEAR x' },
      layout: layout(["s1", "s5", "s3", "s2"]),
    }
    const [flow] = compareFlows([before], [after])
    expect(flow?.steps.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ["changed", 'TALK "a"', 'TALK "a!"'],
      ["added", null, 'TALK "new"'],
      ["moved", 'TALK "b"', 'TALK "b"'],
      ["removed", 'TALK "c"', null],
    ])
  })

  it("does not call a condition changed because of a step inside it", () => {
    expect(changesOf('IF a THEN\n  TALK "x"\nEND IF', 'IF a THEN\n  TALK "y"\nEND IF')).toEqual([
      ["changed", 'TALK "x"', 'TALK "y"'],
    ])
  })

  it("names flows that came and went", () => {
    const flow = (name: string) => ({ name, source: 'TALK "a"', layout: emptyLayout })
    expect(
      compareFlows([flow("start"), flow("old")], [flow("Start"), flow("new")]).map(
        ({ name, kind }) => [name, kind],
      ),
    ).toEqual([
      ["Start", "same"],
      ["new", "added"],
      ["old", "removed"],
    ])
  })
})
