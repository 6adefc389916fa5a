import { expect, it } from "vitest"
import { Batcher } from "./batcher.ts"

const options = { collectMs: 1, maxItems: 10, maxWeight: 100, maxInFlight: 1 }

it("sends what comes within a millisecond together and gives each its own answer", async () => {
  const batches: number[][] = []
  const batcher = new Batcher<number, number>(async (items) => {
    batches.push([...items])
    return items.map((item) => item * 2)
  }, options)
  const answers = await Promise.all([1, 2, 3].map((item) => batcher.add(item)))
  expect(answers).toEqual([2, 4, 6])
  expect(batches).toEqual([[1, 2, 3]])
})

it("sends no more than the most items at once, and nothing is left over", async () => {
  const sizes: number[] = []
  const batcher = new Batcher<number, number>(async (items) => {
    sizes.push(items.length)
    return [...items]
  }, options)
  const items = Array.from({ length: 25 }, (_, n) => n)
  expect(await Promise.all(items.map((item) => batcher.add(item)))).toEqual(items)
  expect(sizes).toEqual([10, 10, 5])
})

it("fails the items of a batch that fails, and no others", async () => {
  let isBroken = true
  const batcher = new Batcher<string, string>(async (items) => {
    if (isBroken) throw new Error("database is away")
    return [...items]
  }, options)
  await expect(batcher.add("a")).rejects.toThrow("database is away")
  isBroken = false
  await expect(batcher.add("b")).resolves.toBe("b")
})

it("sends what is heavy in batches that are not too heavy, and what is too heavy alone", async () => {
  const batches: number[][] = []
  const batcher = new Batcher<number, number>(
    async (items) => {
      batches.push([...items])
      return [...items]
    },
    options,
    (item) => item,
  )
  await Promise.all([60, 30, 20, 500, 10].map((item) => batcher.add(item)))
  expect(batches).toEqual([[60, 30], [20], [500], [10]])
})
