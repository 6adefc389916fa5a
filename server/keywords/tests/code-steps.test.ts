import { execFileSync } from "node:child_process"
import { expect, test } from "vitest"
import type { OperandValue } from "#basic/vm/outcome.ts"
import { handlers } from "#server/keywords/index.ts"
import { FakeStep } from "./fake-step.ts"

const callers = ["RUN PYTHON", "RUN JAVASCRIPT", "RUN BASH"]

test.each(callers)(
  "SBX-05 %s fails with a sentence that names what is missing, and runs nothing in its place",
  async (keyword) => {
    const step = new FakeStep()
    const marker = `BOTWRIGHT_${keyword.replace(" ", "_")}`
    const operands: Record<string, OperandValue> = {
      code: `require("fs");process.env.${marker}="1";import os;os.system("true");export ${marker}=1`,
      text: "x",
      file: "notes.txt",
    }
    const call = async () => await handlers.get(keyword)?.(operands, step)
    await expect(call()).rejects.toMatchObject({ code: "service.not_set_up" })
    expect(process.env[marker]).toBeUndefined()
    expect([step.said, step.requests, step.unknown]).toEqual([[], [], []])
  },
)

test("SBX-05 nothing of the server evaluates text, starts a shell or opens a context of code", () => {
  const files = execFileSync(
    "git",
    [
      "grep",
      "-lE",
      String.raw`(^|[^.[:alnum:]])eval\(|new Function\(|from "node:vm"|\bexecSync\(`,
      "--",
      "server",
      "basic",
      "workers",
    ],
    { encoding: "utf8", cwd: import.meta.dirname.replace(/\/server\/.*/, "") },
  )
    .split("\n")
    .filter((file) => file !== "" && !/\.test\.ts$|(^|\/)tests\//.test(file))
  expect(files).toEqual([])
})
