import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parse } from "../parser/parse.ts"
import { printProgram } from "../printer/print.ts"
import { legalPrograms } from "../tests/generate/arbitrary.ts"
import { openDocument } from "./document.ts"
import { carryIds } from "./identity.ts"
import { listSteps } from "./list-steps.ts"
import { matchKeys } from "./match.ts"
import { emptyLayout, type FlowDocument } from "./model.ts"

const open = (source: string): FlowDocument => openDocument(source, emptyLayout)
/** The text was edited in the source view: the layout is still the old one. */
const edit = (document: FlowDocument, source: string): FlowDocument =>
  openDocument(source, document.layout, document)

/** Ids of single lines by the line. */
function idsByLine({ source, program, layout }: FlowDocument): Map<string, string> {
  return new Map(
    listSteps(program).map(({ statement }, index) => [
      source.slice(statement.span.start, statement.span.end),
      layout.stepIds[index]!,
    ]),
  )
}

const chat = 'TALK "a"\nHEAR x\nTALK ""\nTALK ""\nIF x THEN\n    TALK "b"\nEND IF\nTALK "c"\n'

describe("step ids", () => {
  it("are counted from one in a text without a layout", () => {
    expect(open(chat).layout.stepIds).toEqual(["s1", "s2", "s3", "s4", "s5", "s6", "s7"])
  })

  it("stay when one statement is edited in the source, its own included", () => {
    fc.assert(
      fc.property(legalPrograms(), fc.nat(), (program, choice) => {
        const before = open(printProgram(program))
        const plain = listSteps(before.program).filter(
          ({ statement }) => statement.kind === "CommandStatement",
        )
        fc.pre(plain.length > 0)
        const { span } = plain[choice % plain.length]!.statement
        const source = `${before.source.slice(0, span.start)}PRINT "edited"${before.source.slice(span.end)}`
        expect(edit(before, source).layout.stepIds).toEqual(before.layout.stepIds)
      }),
      { numRuns: 300 },
    )
  })

  it("stay with a statement that moves", () => {
    const before = open(chat)
    const after = edit(
      before,
      'TALK "c"\nTALK "a"\nHEAR x\nTALK ""\nTALK ""\nIF x THEN\n    TALK "b"\nEND IF\n',
    )
    expect(idsByLine(after)).toEqual(idsByLine(before))
  })

  it("stay with a statement that moves into a body", () => {
    const before = open(chat)
    const after = edit(
      before,
      'TALK "a"\nTALK ""\nTALK ""\nIF x THEN\n    TALK "b"\n    HEAR x\nEND IF\nTALK "c"\n',
    )
    expect(idsByLine(after)).toEqual(idsByLine(before))
  })

  it("stay when keywords are only spelled in another way", () => {
    const before = open(chat)
    expect(edit(before, chat.toLowerCase()).layout.stepIds).toEqual(before.layout.stepIds)
  })

  it("are new for what is inserted, and never used again after it was removed", () => {
    const before = open(chat)
    const longer = edit(before, chat.replace("HEAR x\n", 'HEAR x\nPRINT "new"\n'))
    expect(longer.layout.stepIds).toEqual(["s1", "s2", "s8", "s3", "s4", "s5", "s6", "s7"])
    const shorter = edit(longer, chat)
    expect(shorter.layout.stepIds).toEqual(before.layout.stepIds)
    expect(edit(shorter, `${chat}WAIT 1\n`).layout.stepIds.at(-1)).toBe("s9")
  })

  it("of a layout that was stored with the text are taken as they are", () => {
    const before = edit(open(chat), chat.replace("HEAR x", "WAIT 1\nHEAR x"))
    expect(openDocument(before.source, before.layout).layout).toEqual(before.layout)
    const undone = open(chat)
    expect(openDocument(chat, undone.layout, before).layout.stepIds).toEqual(undone.layout.stepIds)
  })

  it("are carried over 5,000 statements in well under a frame or two when one line changes", () => {
    const source = Array.from(
      { length: 5000 },
      (_, index) => `TALK "${index % 7 === 0 ? "" : index}"`,
    ).join("\n")
    const steps = listSteps(parse(source).program)
    const edited = source.replace('TALK "2501"', 'PRINT "x"')
    const before = {
      source,
      steps,
      stepIds: steps.map((_, index) => `s${index + 1}`),
      nextId: 5001,
    }
    const after = { source: edited, steps: listSteps(parse(edited).program) }
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      expect(carryIds(before, after).stepIds).toEqual(before.stepIds)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(30)
  })
})

describe("matching two lists", () => {
  it("finds the longest common subsequence of small ones", () => {
    const key = fc.constantFrom("a", "b", "c")
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 9 }),
        fc.array(key, { maxLength: 9 }),
        (before, after) => {
          expect(matchKeys(before, after)).toHaveLength(longest(before, after))
        },
      ),
    )
  })

  it("gives rising pairs of equal keys for lists too long for a table", () => {
    const before = Array.from({ length: 3000 }, (_, index) => String(index % 50))
    const after = before.map((key, index) => (index % 3 === 0 ? `x${key}` : key)).reverse()
    const pairs = matchKeys(before, after)
    expect(pairs.length).toBeGreaterThan(0)
    pairs.forEach(([a, b], index) => {
      expect(before[a]).toBe(after[b])
      const last = pairs[index - 1]
      if (last !== undefined) expect(last[0] < a && last[1] < b).toBe(true)
    })
  })
})

function longest(before: readonly string[], after: readonly string[]): number {
  if (before.length === 0 || after.length === 0) return 0
  const [a, ...restA] = before
  const [b, ...restB] = after
  return a === b
    ? 1 + longest(restA, restB)
    : Math.max(longest(restA, after), longest(before, restB))
}
