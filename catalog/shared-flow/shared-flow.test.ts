import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { emptyLayout, type FlowDocument, openDocument } from "#basic"
import { diffLines, enterDraft, mergeDrafts } from "./merge-drafts.ts"
import {
  copySharedFlow,
  openSharedFlow,
  readSharedFlow,
  type SharedFlow,
  seedSharedFlow,
  startsOf,
} from "./open.ts"
import { resolveStepIds } from "./step-anchors.ts"
import { writeChange } from "./write-change.ts"

const source =
  'TALK "a"\nHEAR name AS NAME\nask:\nTALK "b" + name\nIF name = "x" THEN\n  TALK "y"\nEND IF\n'
const draft = (text = source) => {
  const { layout } = openDocument(text, emptyLayout)
  return { source: text, layout }
}

/** A person with the flow open: what they see, and the document behind it. */
class Person {
  readonly flow: SharedFlow
  readonly outbox: Uint8Array[] = []
  document: FlowDocument
  constructor(seed: SharedFlow, maker: string) {
    this.flow = copySharedFlow(seed)
    const { source, layout } = readSharedFlow(this.flow)
    this.document = openDocument(source, { ...layout, maker })
    this.flow.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "remote") this.outbox.push(update)
    })
  }
  edit(start: number, end: number, text: string) {
    const before = this.document
    const next = before.source.slice(0, start) + text + before.source.slice(end)
    const after = openDocument(next, before.layout, before)
    const edits = [{ span: { start, end }, text }]
    writeChange(this.flow, { edits, before, after, starts: startsOf(after.program) })
    this.document = after
  }
  move(groupId: string, x: number) {
    const before = this.document
    const groups = { ...before.layout.groups, [groupId]: { x, y: 1 } }
    const after = openDocument(before.source, { ...before.layout, groups })
    writeChange(this.flow, { edits: [], before, after, starts: startsOf(after.program) })
    this.document = after
  }
  receive(update: Uint8Array) {
    Y.applyUpdate(this.flow.doc, update, "remote")
    const { source, layout } = readSharedFlow(this.flow)
    const maker = this.document.layout.maker ?? ""
    this.document = openDocument(source, { ...layout, maker })
  }
}

/** The same numbers for the same seed. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe("people who edit one flow at once", () => {
  it("see the same in the end and lose nothing they wrote, whatever the order and whoever was away", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomOf(seed)
      const people = ["k1", "k2", "k3"].map((maker) => new Person(seedOnce, maker))
      const queues = people.map(() => [] as Uint8Array[])
      const written: string[] = []
      for (let turn = 0; turn < 30; turn += 1) {
        const who = random(3)
        const person = people[who] as Person
        const words = `w${seed}x${turn}`
        act(person, random, words, written)
        const sent = person.outbox.splice(0)
        for (const [at, queue] of queues.entries()) if (at !== who) queue.push(...sent)
        // Whoever is away receives nothing for a while; what comes, comes in any order.
        for (const [at, queue] of queues.entries())
          if (random(3) === 0 && queue.length > 0)
            people[at]?.receive(queue.splice(random(queue.length), 1)[0] as Uint8Array)
      }
      for (const [at, queue] of queues.entries())
        while (queue.length > 0)
          people[at]?.receive(queue.splice(random(queue.length), 1)[0] as Uint8Array)
      const [first, ...others] = people.map(({ flow }) => readSharedFlow(flow))
      for (const other of others) expect(other, `seed ${seed}`).toEqual(first)
      for (const word of written) expect(first?.source, `seed ${seed}`).toContain(word)
      expect(new Set(first?.layout.stepIds).size).toBe(first?.layout.stepIds.length)
      for (const { document } of people) expect(document.source).toBe(first?.source)
    }
  })

  it("call a step the same, also one that each of them added at the same place", () => {
    const [one, other] = pair()
    one.edit(9, 9, 'TALK "one"\n')
    other.edit(9, 9, 'TALK "other"\n')
    exchange(one, other)
    expect(one.document.layout.stepIds).toEqual(other.document.layout.stepIds)
    const at = (word: string) =>
      one.document.flows[0]?.groups[0]?.steps.find(({ source }) => source.includes(word))?.id
    expect(at("one")).toMatch(/k1$/)
    expect(at("other")).toMatch(/k2$/)
  })

  it("keep the ids of steps while one types at their very beginning and the other at their end", () => {
    const [one, other] = pair()
    const ids = one.document.layout.stepIds
    one.edit(0, 0, " ")
    other.edit(8, 8, " + name")
    exchange(one, other)
    expect(one.document.source).toContain(' TALK "a" + name\n')
    expect(one.document.layout.stepIds).toEqual(ids)
    expect(other.document.layout.stepIds).toEqual(ids)
  })

  it("move two cards, and both stand where they were put", () => {
    const [one, other] = pair()
    const [a = "", b = ""] = one.document.flows[0]?.groups.map(({ id }) => id) ?? []
    one.move(a, 500)
    other.move(b, 700)
    exchange(one, other)
    expect(one.document.layout.groups).toMatchObject({ [a]: { x: 500 }, [b]: { x: 700 } })
    expect(other.document.layout).toEqual({ ...one.document.layout, maker: "k2" })
  })

  it("lose no half of a character outside the basic plane", () => {
    const [one, other] = pair('TALK "😀"\n')
    one.edit(6, 8, "😁")
    exchange(one, other)
    expect(other.document.source).toBe('TALK "😁"\n')
  })

  it("lose nothing while a text does not parse", () => {
    const [one, other] = pair()
    one.edit(0, 0, 'IF (((\nTALK "\n')
    const group = other.document.flows[0]?.groups[0]?.id ?? ""
    other.move(group, 900)
    other.edit(other.document.source.length, other.document.source.length, 'TALK "end"\n')
    exchange(one, other)
    expect(one.document.source.startsWith('IF (((\nTALK "\n')).toBe(true)
    expect(one.document.source.endsWith('TALK "end"\n')).toBe(true)
    expect(one.document.layout.groups[group]?.x).toBe(900)
    expect(readSharedFlow(one.flow)).toEqual(readSharedFlow(other.flow))
  })
})

describe("a seeded document", () => {
  it("says what the stored flow says", () => {
    const stored = {
      ...draft(),
      layout: {
        ...draft().layout,
        groups: { "main.start": { x: 3, y: 4 } },
        titles: { s3: "Ask", "a/b": "%" },
        texts: { pt: { s1: { text: { of: "a", text: "b" } } }, es: {} },
      },
    }
    const read = readSharedFlow(seedSharedFlow(stored))
    expect(read).toEqual(stored)
  })

  it("calls steps that were never drawn what a page calls them that opened the draft before it", () => {
    const never = { source, layout: emptyLayout }
    const alone = openDocument(never.source, never.layout)
    const { layout } = readSharedFlow(seedSharedFlow(never))
    expect(layout.stepIds).toEqual(alone.layout.stepIds)
    const one = { source: `${source}TALK "x"\n`, layout: { ...emptyLayout, stepIds: ["s7"] } }
    expect(readSharedFlow(seedSharedFlow(one)).layout.stepIds).toEqual(
      openDocument(one.source, one.layout).layout.stepIds,
    )
  })

  it("names a statement that nobody anchored after its first character, the same everywhere", () => {
    const flow = copySharedFlow(seedSharedFlow(draft()))
    flow.text.insert(0, 'TALK "new"\n')
    const other = openSharedFlow()
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(flow.doc))
    const starts = startsOf(openDocument(flow.text.toString(), emptyLayout).program)
    expect(resolveStepIds(other, starts)).toEqual(resolveStepIds(flow, starts))
    expect(resolveStepIds(other, starts)[0]).toMatch(/^c/)
  })
})

describe("drafts that were made apart", () => {
  const base = draft('TALK "a"\nTALK "b"\nTALK "c"\n')
  it("are brought together with what both put in", () => {
    const mine = draft('TALK "a"\nTALK "mine"\nTALK "b"\nTALK "c"\n')
    const theirs = draft('TALK "a"\nTALK "b"\nTALK "c"\nTALK "theirs"\n')
    expect(mergeDrafts(base, mine, theirs).source).toBe(
      'TALK "a"\nTALK "mine"\nTALK "b"\nTALK "c"\nTALK "theirs"\n',
    )
  })
  it("hold once what both did alike", () => {
    const same = draft('TALK "a"\nTALK "same"\nTALK "b"\nTALK "c"\n')
    const theirs = draft('TALK "a"\nTALK "same"\nTALK "b"\nTALK "theirs"\n')
    expect(mergeDrafts(base, same, theirs).source).toBe(theirs.source)
    expect(mergeDrafts(base, same, same).source).toBe(same.source)
  })
  it("are told apart line by line", () => {
    expect(diffLines("a\nb\nc\n", "a\nx\nc\nd\n")).toEqual([
      { span: { start: 2, end: 4 }, text: "x\n" },
      { span: { start: 6, end: 6 }, text: "d\n" },
    ])
    expect(diffLines("a", "a\n")).toHaveLength(1)
  })
  it("become what a draft says that was saved past the document", () => {
    const flow = seedSharedFlow(base)
    const saved = draft('TALK "a"\nTALK "z"\n')
    enterDraft(flow, saved)
    expect(readSharedFlow(flow)).toEqual(saved)
  })
})

const seedOnce = seedSharedFlow(draft())

function pair(text = source): [Person, Person] {
  const seed = seedSharedFlow(draft(text))
  return [new Person(seed, "k1"), new Person(seed, "k2")]
}

function exchange(one: Person, other: Person) {
  const [ones, others] = [one.outbox.splice(0), other.outbox.splice(0)]
  for (const update of ones) other.receive(update)
  for (const update of others) one.receive(update)
}

/** Inserts a line, words in a line, a broken line, or takes away a space; moves a card now and then. */
function act(person: Person, random: (below: number) => number, word: string, written: string[]) {
  const { source } = person.document
  const ends = [...source.matchAll(/\n/g)].map(({ index }) => index + 1)
  const at = ends[random(ends.length)] ?? 0
  const kind = random(5)
  if (kind === 4) {
    const groups = person.document.flows[0]?.groups ?? []
    return person.move(groups[random(groups.length)]?.id ?? "main.start", random(1000))
  }
  if (kind === 3) {
    const space = source.indexOf(" ", random(source.length))
    return space < 0 ? undefined : person.edit(space, space + 1, "")
  }
  written.push(word)
  const text = [`TALK "${word}"\n`, `IF ${word} THEN\n`, `${word} = 1 : TALK ${word}\n`][kind] ?? ""
  person.edit(at, at, text)
}
