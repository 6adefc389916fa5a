import { expect, test } from "vitest"
import { Encoder } from "./encoder.ts"
import { openKernel, rowsAtOnce } from "./kernel.ts"
import { readModel } from "./read-weights.ts"
import { Tokenizer } from "./tokenizer.ts"

const { weights, vocabulary } = readModel()
const tokenizer = new Tokenizer(vocabulary)
const encoder = new Encoder(weights)
const dot = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

test("a text is cut into the pieces, and stands at the numbers, that the package of the model gives", () => {
  const pieces = tokenizer.encode("How do I reset my password?")
  expect(pieces).toEqual([728, 64, 16, 137, 1383, 69, 5969, 54])
  expect(tokenizer.encode("日本語 😀")).toEqual([30, 0, 30, 0])
  const [vector] = encoder.encode([pieces])
  const first = Array.from(vector?.slice(0, 6) ?? [], (value) => Number(value.toFixed(5)))
  expect(first).toEqual([-0.04846, -0.05457, 0.04023, -0.05394, 0.05437, -0.05447])
})

test("a text stands where it stands whatever is read beside it, however long that is", () => {
  const long = tokenizer.encode("We open at nine on working days and close at six. ".repeat(30))
  const short = tokenizer.encode("When do you open?")
  const [alone] = encoder.encode([short])
  const together = encoder.encode([long, short, long, short])
  expect(together).toHaveLength(4)
  for (const at of [1, 3]) expect(dot(together[at]!, alone!)).toBeCloseTo(1, 5)
  expect(dot(together[0]!, together[0]!)).toBeCloseTo(1, 5)
})

test.each([true, false])(
  "rows are multiplied, and kept at least at a number, multiplying and adding in one step: %s",
  (isFused) => {
    const memory = new WebAssembly.Memory({ initial: 1 })
    const numbers = new Float32Array(memory.buffer)
    // Rows of eight numbers at 0, a panel of bias and eight rows at 1024, the result at 2048.
    for (let at = 0; at < 8 * rowsAtOnce; at++) numbers[at] = at - 7
    for (let at = 0; at < 72; at++) numbers[256 + at] = (at % 11) - 3
    const kernel = openKernel(memory, isFused)
    for (const least of [Number.NEGATIVE_INFINITY, 0]) {
      kernel.multiply(0, 32, 1024, 2048, 32, 8, least)
      for (let row = 0; row < rowsAtOnce; row++)
        for (let column = 0; column < 8; column++) {
          let sum = numbers[256 + column] ?? 0
          for (let k = 0; k < 8; k++)
            sum += (numbers[row * 8 + k] ?? 0) * (numbers[256 + 8 + k * 8 + column] ?? 0)
          expect(numbers[512 + row * 8 + column]).toBe(Math.max(least, sum))
        }
    }
  },
)
