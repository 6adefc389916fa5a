import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { opcodes } from "../ir/opcodes.ts"

const source = readFileSync(new URL("./run.ts", import.meta.url), "utf8")

describe("the hot loop", () => {
  it("names each instruction beside its number, all of them once", () => {
    const cases = [...source.matchAll(/case (\d+): \{?\s*\/\/ ([A-Z_]+)/g)]
    expect(
      cases
        .map(([, number, name]) => [Number(number), name])
        .sort((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual(opcodes.map(({ name }, number) => [number, name]))
    expect(source.match(/\bcase \d+:/g)?.length).toBe(opcodes.length)
  })
})
