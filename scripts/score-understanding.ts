/**
 * Scores how well messages are understood with the model that comes with the product: sorts utterances that
 * were held out (`server/understanding/__fixtures__`) and says how many came to the right intent.
 *
 *   node scripts/score-understanding.ts [--verbose] [--fit]
 *
 * --fit prints the constants of the confidence anew, from the examples alone.
 */
import { createEmbeddedEmbedder } from "#server/infra/embedding/embedded.ts"
import {
  type Sorted,
  sortExamples,
  sortServiceDesk,
  sortStrangers,
  threshold,
} from "../server/understanding/tests/service-desk.ts"

/** How many messages that mean none of the intents are taken to come with each that means one. */
const strangersPerMessage = 0.2
const isVerbose = process.argv.includes("--verbose")
const embedder = createEmbeddedEmbedder()
const percent = (part: number, all: number) =>
  `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`
const isRight = ({ expected, scored }: Sorted) => scored[0]?.name === expected
const isSure = ({ scored }: Sorted) => (scored[0]?.confidence ?? 0) >= threshold
const count = (list: readonly Sorted[], fits: (each: Sorted) => boolean) => list.filter(fits).length

const left = await sortExamples(embedder)
console.log(`examples, each left out in turn: ${percent(count(left, isRight), left.length)}`)
const unknown = await sortStrangers(embedder)
console.log(
  `examples of an intent that is left out, above ${threshold}: ${percent(count(unknown, isSure), unknown.length)}`,
)

const sorted = await sortServiceDesk(embedder)
const known = sorted.filter(({ expected }) => expected !== null)
const strangers = sorted.filter(({ expected }) => expected === null)
const sure = known.filter(isSure)
console.log(
  `held-out utterances, right intent first: ${percent(count(known, isRight), known.length)}`,
)
console.log(
  `of those above ${threshold}: ${percent(count(sure, isRight), sure.length)}, ${known.length - sure.length} below`,
)
console.log(
  `strangers below ${threshold}: ${percent(
    count(strangers, (each) => !isSure(each)),
    strangers.length,
  )}`,
)
for (const each of isVerbose ? sorted : []) {
  const [first, second] = each.scored
  const mark = each.expected === null ? (isSure(each) ? "!" : " ") : isRight(each) ? " " : "x"
  console.log(
    `${mark} ${first?.confidence.toFixed(2)} ${first?.name} | ${second?.confidence.toFixed(2)} ${second?.name} | ${each.expected} | ${each.text}`,
  )
}
if (process.argv.includes("--fit")) console.log(fitConfidence(left, unknown))
await embedder.close()

/** Logistic regression of "the first one is right" on its evidence, by plain descent. */
function fitConfidence(known: readonly Sorted[], unknown: readonly Sorted[]) {
  const cases = [...known, ...unknown].map(({ expected, scored: [first] }) => {
    const { score, lead, likeness } = first?.evidence ?? { score: 0, lead: 0, likeness: 0 }
    const weight = expected === null ? strangersPerMessage : 1
    return { given: [1, score, lead, likeness], isRight: Number(first?.name === expected), weight }
  })
  const factors = [0, 0, 0, 0]
  for (let round = 0; round < 60_000; round++) {
    const slope = [0, 0, 0, 0]
    for (const { given, isRight, weight } of cases) {
      const sum = given.reduce((total, value, at) => total + value * (factors[at] ?? 0), 0)
      const error = weight * (1 / (1 + Math.exp(-sum)) - isRight)
      given.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + (error * value) / cases.length
      })
    }
    slope.forEach((value, at) => {
      factors[at] = (factors[at] ?? 0) - 1.5 * (value + 0.0005 * (factors[at] ?? 0))
    })
  }
  return factors.map((value) => value.toFixed(2))
}
