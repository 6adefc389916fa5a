import { expect, test } from "vitest"
import { checkSource, compile, equalAst, parse, print, toAst, toGraph } from "#basic"
import { emptyLayout } from "#basic/graph/model.ts"
import { compileDraft } from "./compile-draft.ts"
import { loadTemplate, type TemplateName } from "./load-template.ts"

const names: readonly TemplateName[] = ["empty", "welcome", "demo"]

test.each(names)("the template %s has neither errors nor warnings", async (name) => {
  const { diagnostics } = checkSource(await loadTemplate(name))
  expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([])
})

test.each(names)(
  "the template %s stands as the formatter would write it, and keeps the laws",
  async (name) => {
    const { program } = parse(await loadTemplate(name))
    expect(equalAst(parse(print(program)).program, program)).toBe(true)
    const back = toAst(toGraph(program))
    expect(equalAst(back, program)).toBe(true)
    const [{ debug: _, ...one }, { debug: __, ...other }] = [compile(program), compile(back)]
    expect(other).toEqual(one)
  },
)

test.each(names)("the template %s compiles with an id for every step", async (name) => {
  const source = await loadTemplate(name)
  const compiled = compileDraft([{ name: "start", source, layout: emptyLayout }])
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  expect(compiled.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(compiled.bundle.debug.steps.every((id) => id !== "")).toBe(true)
  const stepIds = compiled.scripts[0]?.layout.stepIds ?? []
  expect(new Set(stepIds).size).toBe(stepIds.length)
})
