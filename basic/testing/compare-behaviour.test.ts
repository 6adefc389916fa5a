import { expect, it } from "vitest"
import { compareBehaviour } from "./compare-behaviour.ts"

const bot = (source: string) => [{ name: "start", source }]
const tests = [
  {
    name: "start.test",
    source:
      'TEST "orders"\nEXPECT "Name?"\nSAY "Ana"\nEXPECT "Hello Ana"\nTEST "waits"\nEXPECT WAITING',
  },
]

it("says which saved conversations part, line by line, and how the tests come out", () => {
  const compared = compareBehaviour(
    bot('HEAR name WITH "Name?"\nTALK "Hello " & name'),
    bot('HEAR name WITH "Name?"\nTALK "Welcome"\nTALK "Good day " & name'),
    tests,
  )
  expect(compared).toEqual([
    {
      file: "start.test",
      name: "orders",
      isPassedBefore: true,
      isPassedAfter: false,
      isDifferent: true,
      lines: [
        { from: "bot", before: "Name?", after: "Name?" },
        { from: "you", before: "Ana", after: "Ana" },
        { from: "bot", before: "Hello Ana", after: "Welcome" },
        { from: "bot", before: null, after: "Good day Ana" },
      ],
    },
    {
      file: "start.test",
      name: "waits",
      isPassedBefore: true,
      isPassedAfter: true,
      isDifferent: false,
      lines: [{ from: "bot", before: "Name?", after: "Name?" }],
    },
  ])
})

it("has nothing to show of a version with errors, and says that it cannot run there", () => {
  const [compared] = compareBehaviour(bot('TALK "a"'), bot("GOTO nowhere"), [
    { name: "start.test", source: 'TEST "a"\nEXPECT "a"' },
  ])
  expect(compared).toMatchObject({
    isDifferent: true,
    isPassedBefore: true,
    isPassedAfter: false,
    lines: [{ before: "a", after: null }],
  })
})
