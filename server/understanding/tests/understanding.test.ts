import { afterAll, expect, test } from "vitest"
import { createEmbeddedEmbedder } from "#server/infra/embedding/embedded.ts"
import type { TextFeatures } from "../classify/featurize.ts"
import { readText } from "../classify/featurize.ts"
import { findConflicts } from "../classify/find-conflicts.ts"
import { IntentModel } from "../classify/intent-model.ts"
import { featurizeAll, readServiceDesk, sortServiceDesk, threshold } from "./service-desk.ts"
import { sortLanguage } from "./seven-languages.ts"

const embedder = createEmbeddedEmbedder()
const featurize = (texts: readonly string[]) => featurizeAll(embedder, texts)
afterAll(() => embedder.close())

test("of utterances that are no examples nine in ten come to their intent, offline, and hardly a stranger to any", async () => {
  const { examples, tests } = readServiceDesk()
  const known = new Set(Object.values(examples).flat())
  const held = Object.values(tests).flat()
  expect(Object.keys(examples).length).toBeGreaterThanOrEqual(10)
  expect(held.length).toBeGreaterThanOrEqual(100)
  expect(held.filter((text) => known.has(text))).toEqual([])
  const sorted = await sortServiceDesk(embedder)
  const meant = sorted.filter(({ expected }) => expected !== null)
  const right = meant.filter(({ expected, scored }) => scored[0]?.name === expected)
  expect(right.length / meant.length).toBeGreaterThanOrEqual(0.9)
  const sure = meant.filter(({ scored }) => (scored[0]?.confidence ?? 0) >= threshold)
  const wrong = sure.filter(({ expected, scored }) => scored[0]?.name !== expected)
  expect(sure.length / meant.length).toBeGreaterThan(0.65)
  expect(wrong.length / sure.length).toBeLessThan(0.05)
  const strangers = sorted.filter(({ expected }) => expected === null)
  const taken = strangers.filter(({ scored }) => (scored[0]?.confidence ?? 0) >= threshold)
  expect(taken.length / strangers.length).toBeLessThanOrEqual(0.15)
}, 60_000)

test.each([
  ["pt", "pt", 15],
  ["es", "es", 15],
  ["de", "de", 15],
  ["fr", "fr", 15],
  ["tr", "tr", 14],
  ["ar", "ar", 15],
  ["en", "tr", 12],
  ["en", "ar", 13],
])(
  "a bot taught in %s understands %s: of 18 utterances at least %i, and is never sure of what is wrong",
  async (taughtIn, askedIn, least) => {
    const sorted = await sortLanguage(embedder, taughtIn, askedIn)
    const isSure = ({ scored }: (typeof sorted)[number]) =>
      (scored[0]?.confidence ?? 0) >= threshold
    const right = sorted.filter(
      ({ expected, scored }) => expected !== null && scored[0]?.name === expected,
    )
    expect(right.length).toBeGreaterThanOrEqual(least)
    const wrong = sorted.filter((each) => isSure(each) && each.scored[0]?.name !== each.expected)
    expect(wrong).toEqual([])
  },
  60_000,
)

test("a word is the same with a dotless i, in capitals, with marks of vowels and with any alef, and is found behind its endings", () => {
  const english = (text: string) => readText(text).english
  expect(english("siparişlerimi İPTAL etmek istemiyorum")).toBe("order cancel do not want")
  expect(english("SIPARISIM NEREDE")).toBe("order where")
  expect(english("أُريدُ إلغاءَ الطلب")).toBe(english("اريد الغاء طلب"))
  expect(readText("Where is my order?").language).toBe("en")
})

test("a bot with one intent does not take everything for it", async () => {
  const said = [
    ...["I want to book a table", "Can I reserve a table for tonight?", "A table for two please"],
    ...["I would like to reserve a table in Porto", "helicopters are loud", "when are you open?"],
  ]
  const features = await featurize(said)
  const model = await IntentModel.teach([
    { name: "book", threshold, examples: features.slice(0, 3) },
  ])
  const sure = features.slice(3).map((each) => (model.score(each)[0]?.confidence ?? 0) >= threshold)
  expect(sure).toEqual([true, false, false])
}, 60_000)

const text = (said: string, direction: readonly number[]): TextFeatures => ({
  text: said,
  meaning: Float32Array.from(direction),
  company: new Float32Array(),
  terms: new Map([[said, 1]]),
  pieces: new Map(),
})

test("an example is its intent with certainty, nothing is meant without examples, and the order does not matter", async () => {
  const book = { name: "book", threshold, examples: [text("a table", [1, 0])] }
  const hours = { name: "hours", threshold, examples: [text("opening", [0, 1])] }
  const empty = { name: "empty", threshold, examples: [] }
  const one = await IntentModel.teach([book, hours, empty])
  const other = await IntentModel.teach([empty, hours, book])
  const [best, ...rest] = one.score(text("A Table ", [0, 1]))
  expect([best?.name, best?.confidence, rest.length]).toEqual(["book", 1, 1])
  const near = text("else", [0.9, 0.1])
  expect(one.score(near)[0]?.name).toBe("book")
  expect(one.score(near)[0]?.confidence).toBeCloseTo(other.score(near)[0]?.confidence ?? 0, 6)
  expect((await IntentModel.teach([])).score(near)).toEqual([])
})

test("an example that stands nearer to another intent than to its own is told once", async () => {
  const model = await IntentModel.teach([
    { name: "a", threshold, examples: [text("x", [1, 0]), text("y", [0, 1])] },
    { name: "b", threshold, examples: [text("z", [0, 1]), text("w", [-1, 0])] },
  ])
  const found = await findConflicts(model.examples)
  expect(found.map(({ example, otherExample }) => [example, otherExample].sort())).toEqual([
    ["y", "z"],
  ])
})
