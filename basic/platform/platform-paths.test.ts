import { describe, expect, it } from "vitest"
import { findCommand } from "../keywords/index.ts"
import { fromJson, toJson } from "../vm/json.ts"
import type { OperandValue } from "../vm/outcome.ts"
import type { Json } from "../vm/value.ts"
import { platformPaths } from "./platform-paths.ts"
import { readTemplate } from "./read-template.ts"
import { resolvePlatformCall } from "./resolve-platform-call.ts"

const call = (path: string, ...args: Json[]) => {
  const found = resolvePlatformCall({
    keyword: "CALL",
    operands: { path, args: args.map(fromJson) },
  })
  if (found.kind === "failed") return found
  const { keyword, operands } = found.effect
  const plain = Object.entries(operands).map(([name, value]) => [name, show(value)])
  return { keyword, operands: Object.fromEntries(plain) }
}
const show = (value: OperandValue): Json =>
  Array.isArray(value) ? value.map((each) => toJson(each)) : toJson(value as never)

describe("CALL of a platform path", () => {
  it("is the command that does it, with the operands in their places", () => {
    expect(call("/files/save", "a.txt", "text")).toEqual({
      keyword: "WRITE",
      operands: { path: "a.txt", content: "text" },
    })
    expect(call("/Files/getcontents/", "a.txt")).toMatchObject({ keyword: "READ" })
  })

  it("takes the line that uses most of what is given", () => {
    expect(call("/files/create", "a.txt")).toMatchObject({ operands: { content: "" } })
    expect(call("/files/create", "a.txt", "x", "y")).toMatchObject({ operands: { content: "x" } })
  })

  it("reads members of an object operand, whatever their case", () => {
    expect(call("/files/search", { Query: "*.pdf" })).toMatchObject({
      keyword: "LIST",
      operands: { pattern: "*.pdf" },
    })
  })

  it("names the path that is not available, is unknown, or lacks its operands", () => {
    for (const [path, ...args] of [
      ["/files/permissions", "a", "b", "c"],
      ["/no/such", 1],
      ["/files/save"],
      ["/__proto__"],
    ] as const)
      expect(call(path, ...args)).toMatchObject({
        code: "basic.platform_path",
        message: `The platform path ${path} is not available here.`,
      })
  })

  it("leaves every other effect alone", () => {
    const effect = { keyword: "CALL", operands: { path: "other.bas", args: [] } }
    expect(resolvePlatformCall(effect)).toEqual({ kind: "effect", effect })
    const talk = { keyword: "TALK", operands: { text: "/files/save" } }
    expect(resolvePlatformCall(talk)).toEqual({ kind: "effect", effect: talk })
  })
})

it("every line of the table is a command that has a definition, or a phrase that has none at all", () => {
  const broken = Object.values(platformPaths)
    .flat()
    .filter((line) => {
      const words = /^(?:r = )?([A-Z]+(?: [A-Z]+)*)/.exec(line)?.[1] ?? ""
      return findCommand(words) !== null && readTemplate(line) === null
    })
  expect(broken).toEqual([])
})
