import { globSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { diagnosticTable } from "../diagnostics/report.ts"
import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { openPreview } from "../pretend/preview.ts"
import type { Preview } from "../pretend/preview-shapes.ts"
import type { FunctionKeyword, Keyword } from "./define.ts"
import { readShape } from "./form-shape.ts"
import { addCommand, addFunction, newNode } from "./form-trie.ts"
import { listPhrases } from "./forms.ts"
import { functions } from "./functions.ts"
import { grammarForms } from "./grammar-forms.ts"
import { commands, findCommand, findFunction, keywords } from "./index.ts"

const errorsOf = (source: string) =>
  checkSource(source).diagnostics.filter(({ severity }) => severity === "error")

const shapesOf = (keyword: Keyword) =>
  keyword.forms.map((form) => (typeof form === "string" ? form : form.shape))

/** Says what may be said at any question, chooses the first button, and lets time go by. */
function answer(preview: Preview) {
  const { waiting } = preview
  if (waiting?.kind === "time" || waiting?.kind === "event") preview.skipTime(3600)
  else if (waiting?.kind === "menu") preview.send({ choice: waiting.choices?.[0]?.value ?? "" })
  else preview.send({ text: "ana@example.org" })
}

/** Function shapes are written with parentheses, which the command grammar does not have. */
const holesOf = (shape: string) => [...shape.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? "")

describe.each(keywords.map((keyword) => [keyword.name, keyword] as const))(
  "%s",
  (name, keyword) => {
    it("names a parameter with every hole of its forms", () => {
      const holes = shapesOf(keyword).flatMap(holesOf)
      const known = [
        ...Object.keys(keyword.params),
        ...(name === "HEAR" ? ["variable", "label"] : []),
      ]
      expect(holes.filter((hole) => !known.includes(hole))).toEqual([])
    })

    it("says what it does in one sentence, and what each operand is", () => {
      expect(keyword.summary).toMatch(/^[A-Z][^\n]*\.$/)
      for (const param of Object.values(keyword.params)) expect(param.doc).toMatch(/^\S[^\n]*\.$/)
    })

    it("has an example that parses without an error", () => {
      expect(keyword.example.trim()).not.toBe("")
      expect(errorsOf(keyword.example)).toEqual([])
    })

    it("has an example that runs to its end, with all outside pretended", () => {
      const { program } = parse(keyword.example)
      const preview = openPreview(compile(program, undefined, keyword.example))
      preview.start()
      for (let answers = 0; preview.status === "waiting" && answers < 10; answers++) answer(preview)
      expect(preview.events.filter(({ kind }) => kind === "fault")).toEqual([])
      expect(preview.status).toBe("ended")
    })

    it("raises only codes that the table knows", () => {
      expect(
        keyword.raises.filter((code) => code.startsWith("basic.") && !(code in diagnosticTable)),
      ).toEqual([])
    })

    it("inserts a snippet that parses without an error", () => {
      const snippet = keyword.canvas?.snippet
      if (snippet !== undefined) expect(errorsOf(snippet)).toEqual([])
      if (keyword.canvas?.inPalette) expect(snippet).toBeDefined()
      for (const field of keyword.canvas?.fields ?? [])
        expect(Object.keys(keyword.params)).toContain(field)
    })

    it("is found by its name", () => {
      const found = keyword.runsOn === "everywhere" ? findFunction(name) : findCommand(name)
      expect(found).toBe(keyword)
    })
  },
)

describe("the registry", () => {
  it("has no two forms that read the same", () => {
    const root = newNode()
    for (const command of commands) addCommand(root, command)
    for (const definition of functions as readonly FunctionKeyword[]) addFunction(root, definition)
    expect(root.words.size).toBeGreaterThan(0)
  })

  it("reads every form of every command by the grammar of forms", () => {
    for (const command of commands)
      for (const shape of shapesOf(command))
        expect(readShape(shape, command.params).length).toBeGreaterThan(0)
  })

  it("has no name twice", () => {
    const names = keywords.flatMap((keyword) =>
      keyword.runsOn === "everywhere"
        ? [keyword.name, ...(keyword.aliases ?? [])].map((each) => `${each}()`)
        : [keyword.name],
    )
    expect(names.filter((each, index) => names.indexOf(each) !== index)).toEqual([])
  })

  it("lists every file that defines a keyword", () => {
    const listed = ["functions.ts", ...globSync("families/*.ts", { cwd: import.meta.dirname })].map(
      (file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8"),
    )
    const missing = globSync("*.ts", { cwd: import.meta.dirname })
      .filter((file) => !file.endsWith(".test.ts") && file !== "define.ts")
      .filter((file) =>
        /define(Function|Command|MachineCommand|Declaration)\(/.test(
          readFileSync(`${import.meta.dirname}/${file}`, "utf8"),
        ),
      )
      .filter((file) => !listed.some((text) => text.includes(`/${file}"`)))
    expect(missing).toEqual([])
  })

  it("suggests every command", () => {
    expect(listPhrases()).toEqual(expect.arrayContaining(commands.map(({ name }) => name)))
  })
})

describe.each(grammarForms.map((form) => [form.keyword, form] as const))(
  "the statement %s",
  (_, form) => {
    it("has a summary and a snippet that parses without an error but a missing label", () => {
      expect(form.summary).toMatch(/^[A-Z][^\n]*\.$/)
      const codes = errorsOf(form.canvas.snippet).map(({ code }) => code)
      expect(codes.filter((code) => code !== "basic.missing_label")).toEqual([])
    })
  },
)
