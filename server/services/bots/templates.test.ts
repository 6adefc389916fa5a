import { expect, test } from "vitest"
import { checkSource, checkTexts, compile, equalAst, parse, print, toAst, toGraph } from "#basic"
import { starterLanguages, starters } from "#catalog/starters.ts"
import { compileDraft } from "./compile-draft.ts"
import { loadTemplate, type TemplateName } from "./load-template.ts"

const starterNames = starters.map(({ id }) => id)
const names: readonly TemplateName[] = ["empty", "welcome", "demo", ...starterNames]

test.each(names)("the template %s has neither errors nor warnings", async (name) => {
  const { scripts } = await loadTemplate(name)
  for (const { source, layout } of scripts) {
    const { program, diagnostics } = checkSource(source)
    expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([])
    expect(checkTexts(program, layout, source)).toEqual([])
  }
})

test.each(names)(
  "the template %s stands as the formatter would write it, and keeps the laws",
  async (name) => {
    for (const { source } of (await loadTemplate(name)).scripts) {
      const { program } = parse(source)
      expect(print(program)).toBe(source)
      expect(equalAst(parse(print(program)).program, program)).toBe(true)
      const back = toAst(toGraph(program))
      expect(equalAst(back, program)).toBe(true)
      const [{ debug: _, ...one }, { debug: __, ...other }] = [compile(program), compile(back)]
      expect(other).toEqual(one)
    }
  },
)

test.each(names)("the template %s compiles with an id for every step", async (name) => {
  const { scripts } = await loadTemplate(name)
  const compiled = compileDraft(scripts)
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  expect(compiled.warnings.filter(({ severity }) => severity !== "hint")).toEqual([])
  expect(compiled.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(compiled.bundle.debug.steps.every((id) => id !== "")).toBe(true)
  const stepIds = compiled.scripts[0]?.layout.stepIds ?? []
  expect(new Set(stepIds).size).toBe(stepIds.length)
})

test.each(starterNames)(
  "the starter %s is a whole bot: flows in three languages, tests and a document",
  async (name) => {
    const { scripts, languages, tests, documents } = await loadTemplate(name)
    expect(scripts[0]?.name).toBe("start")
    expect(languages).toEqual(starterLanguages)
    for (const { layout } of scripts)
      expect(Object.keys(layout.texts ?? {})).toEqual(starterLanguages.slice(1))
    expect(tests.length).toBeGreaterThan(0)
    expect(documents.every(({ text }) => text.length > 200)).toBe(true)
    expect(documents.length).toBeGreaterThan(0)
  },
)
