import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openEmbeddedTestDatabase } from "#db/testing/embedded-database.ts"
import { readEvaluation } from "../read-evaluation.ts"
import { evalCommand, evaluate } from "./eval.ts"

let folder = ""
const terminal = () => ({ folder, out: () => {}, error: () => {} })
const handbook =
  "# Boats\n\n## Deposits\n\nWe ask for a deposit of 40 euros for every canoe.\n\n## Hours\n\nThe boat house opens at nine in the morning.\n"
const questions = [
  {
    ...{ id: "deposit", question: "How much is the deposit for a canoe?", answer: "40 euros" },
    ...{ document: "handbook.md", quote: "deposit of 40 euros" },
  },
  { id: "chess", question: "Who won the chess championship in 1972?" },
]
const set = {
  ...{ documents: ["docs"], script: "bot.bas", before: ["hello"], questions },
  prompts: { support: "Be kind." },
}
const script =
  'HEAR greeting WITH "Hello"\nHEAR q WITH "Ask"\nTALK ANSWER q WITH PROMPT "support"\n'

let evaluated: Awaited<ReturnType<typeof evaluate>>

// Opens the whole product in memory, reads a document and asks: on a busy machine that takes its time.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "botwright-eval-"))
  mkdirSync(join(folder, "docs"))
  writeFileSync(join(folder, "docs/handbook.md"), handbook)
  writeFileSync(join(folder, "bot.bas"), script)
  writeFileSync(join(folder, "set.json"), JSON.stringify(set))
  writeFileSync(join(folder, "list.csv"), "question,document\nWhat?,a.md\n")
  const read = readEvaluation("set.json", { documents: null, script: null }, terminal())
  evaluated = await evaluate(read, openEmbeddedTestDatabase)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

test("a set names its documents and its script; a question that lacks something is named", () => {
  const nowhere = { documents: null, script: null }
  const read = readEvaluation("set.json", nowhere, terminal())
  expect(read.documents.map(({ name }) => name)).toEqual(["handbook.md"])
  expect([read.script, read.before, read.prompts]).toEqual([script, ["hello"], set.prompts])
  expect(() => readEvaluation("list.csv", nowhere, terminal())).toThrow(
    "list.csv, question 1: A document goes with a quote from it",
  )
})

test("a script is asked over its documents without any model, and what is right is counted", () => {
  const { figures, results } = evaluated
  expect(figures).toMatchObject({
    ...{ right: { hits: 2, of: 2 }, found: { hits: 1, of: 1 }, matched: { hits: 1, of: 1 } },
    ...{ declinedRightly: { hits: 1, of: 1 }, faithfulness: 1, failed: 0 },
  })
  expect(results[0]?.answer).toContain("deposit of 40 euros")
})

test("a share that is none is wrong usage", async () => {
  const run = async () =>
    evalCommand.run({ files: ["set.json"], flags: { least: "2" } }, terminal())
  await expect(run()).rejects.toThrow("a share from 0 to 1")
})
