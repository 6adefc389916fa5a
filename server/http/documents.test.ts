import { expect, test } from "vitest"
import { errors } from "#catalog/errors.ts"
import { openDocuments } from "./documents.ts"

const documents = openDocuments()

test("every error code has a document with a title and a sentence", async () => {
  const found = (await documents.list()).filter(({ kind }) => kind === "errors")
  expect(found.map(({ name }) => name)).toEqual(Object.keys(errors).sort())
  for (const { name, title, summary } of found) {
    expect(title, name).not.toBe("")
    expect(summary, name).toMatch(/^[A-Z].*[.!?:]$/)
  }
})

test("every keyword and guide has a title and a sentence", async () => {
  const found = (await documents.list()).filter(({ kind }) => kind !== "errors")
  expect(found.length).toBeGreaterThan(150)
  expect(found.filter(({ title, summary }) => title === "" || summary === "")).toEqual([])
})

test("no name leads out of the shelf", async () => {
  for (const name of ["../../package", "../guides/security", "README", "__proto__", "x\0", ""])
    expect(await documents.read("errors", name)).toBeNull()
  expect(await documents.read("../docs/errors", "bot.not_found")).toBeNull()
  expect(await documents.read("adr", "README")).toBeNull()
})
