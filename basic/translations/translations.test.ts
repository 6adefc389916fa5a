import { describe, expect, it } from "vitest"
import { checkSource } from "../analyzer/check-source.ts"
import { applyGesture } from "../graph/apply-gesture.ts"
import { openDocument } from "../graph/document.ts"
import { emptyLayout, type Layout, type LayoutTexts } from "../graph/model.ts"
import { link } from "../ir/link.ts"
import { openPreview } from "../pretend/preview.ts"
import { checkTexts } from "./check-texts.ts"
import { keepLanguages, putText } from "./put-text.ts"
import { fillTexts, printTextSheet, readTextSheet } from "./text-sheet.ts"
import { listTexts } from "./text-units.ts"
import { findVariants, readVariants } from "./variants.ts"

const source = `ON MESSAGE "stop", "end" GOTO bye
TALK "Hello!"
HEAR name AS NAME WITH "Your name?"
HEAR drink AS "Tea", "Coffee" WITH "What may I bring, \${name}?"
SELECT CASE drink
    CASE "Tea"
        TALK "One tea."
    CASE "Coffee"
        TALK name
END SELECT
SET LANGUAGE "en"
TALK "That was " + drink + "."
EXIT

bye:
BEGIN TALK
Goodbye,
\${name}
END TALK
`
const portuguese: Readonly<Record<string, string>> = {
  "stop, end": "parar, fim",
  "Hello!": "Olá!",
  "Your name?": "Qual é o seu nome?",
  "What may I bring, ${name}?": "O que trago, ${UCASE(name)}?",
  Tea: "Chá",
  Coffee: "Café",
  "One tea.": "Um chá.",
  "That was ${drink}.": "Foi ${drink}.",
  "Goodbye,\n${name}": "Até logo,\n${name}",
}

const opened = openDocument(source, emptyLayout)
const unitsOf = (text = source, layout: Layout = opened.layout) =>
  listTexts(checkSource(text).program, layout.stepIds, text)

const texts = unitsOf().reduce<LayoutTexts>(
  (all, unit) => putText(all, unit, "pt", portuguese[unit.words] ?? ""),
  { pt: {} },
)
const layout: Layout = { ...opened.layout, texts }

function converse(language: string, ...said: string[]): string[] {
  const { program } = checkSource(source)
  const bundle = link([
    { name: "start", source, program, variants: readVariants(program, layout, source) },
  ])
  const preview = openPreview(bundle, { language })
  preview.start()
  for (const text of said) preview.send({ text })
  return preview.events.flatMap((event) =>
    event.kind === "bot"
      ? [event.text, ...(event.choices ?? []).map(({ label, value }) => `[${label}=${value}]`)]
      : event.kind === "fault"
        ? [`! ${event.message}`]
        : [],
  )
}

describe("texts of steps", () => {
  it("are what steps say and ask, in plain words; values alone are none", () => {
    expect(unitsOf().map(({ words }) => words)).toEqual(Object.keys(portuguese))
    expect(unitsOf().map(({ part }) => part)).toEqual([
      ...["texts", "text", "prompt", "prompt", "options.0", "options.1", "text", "text", "text"],
    ])
  })

  it("are said in the language of the conversation, and choices keep their values", () => {
    expect(converse("pt-BR", "ana", "chá")).toEqual([
      "Olá!",
      "Qual é o seu nome?",
      "O que trago, ANA?",
      "[Chá=Tea]",
      "[Café=Coffee]",
      "Um chá.",
      "That was Tea.",
    ])
  })

  it("are said as they are written where nobody wrote them in the language", () => {
    expect(converse("fr", "ana", "tea").at(-2)).toBe("One tea.")
    expect(converse("", "ana").slice(0, 2)).toEqual(["Hello!", "Your name?"])
  })

  it("of ON MESSAGE are understood in every language at any time", () => {
    expect(converse("pt", "parar").at(-1)).toMatch(/^Até logo/)
    expect(converse("en", "fim").at(-1)).toMatch(/^Goodbye/)
    expect(converse("pt", "STOP").at(-1)).toMatch(/^Até logo/)
  })

  it("change nothing of a program that has none", () => {
    const { program } = checkSource(source)
    const plain = link([{ name: "start", source, program }])
    const variants = readVariants(program, emptyLayout, source)
    expect(link([{ name: "start", source, program, variants }])).toEqual(plain)
    expect(plain.builtins).not.toContain("SPEAKS")
  })
})

describe("problems of texts", () => {
  const problemsOf = (text: string, own: Layout) =>
    checkTexts(checkSource(text).program, own, text).map(({ code, facts }) => [code, facts?.words])

  it("name each text that is missing in a language", () => {
    expect(problemsOf(source, layout)).toEqual([])
    const two = { ...layout, texts: keepLanguages(texts, ["pt", "es"]) }
    expect(problemsOf(source, two)).toHaveLength(9)
    expect(problemsOf(source, { ...layout, texts: { pt: {} } })[1]).toEqual([
      "basic.text_missing",
      "Hello!",
    ])
  })

  it("name a text that was changed after it was translated, and its old words stay in use", () => {
    const edited = openDocument(source.replace('"Hello!"', '"Hi there!"'), layout, {
      ...opened,
      layout,
    })
    expect(edited.diagnostics.map(({ code }) => code)).toEqual(["basic.text_stale"])
    const found = findVariants(unitsOf(edited.source, edited.layout), texts)
    expect(found.find(({ isStale }) => isStale)?.words).toBe("Olá!")
  })

  it("are none when a step moves, is copied or when a choice is put before others", () => {
    const document = openDocument(source, layout)
    const greeting = document.flows[0]?.groups[0]?.steps.find(({ keyword }) => keyword === "TALK")
    const copied = applyGesture(document, { kind: "duplicateStep", stepId: greeting?.id ?? "" })
    expect(copied.ok && copied.document.diagnostics).toEqual([])
    const more = openDocument(source.replace('AS "Tea"', 'AS "Water", "Tea"'), layout, document)
    expect(more.diagnostics.map(({ facts }) => facts?.words)).toEqual(["Water"])
  })
})

it("setting the texts is a gesture that leaves the text alone", () => {
  const set = applyGesture(opened, { kind: "putTexts", texts })
  expect(set.ok && [set.edits, set.document.layout.texts]).toEqual([[], texts])
})

describe("a sheet of texts", () => {
  const flow = { name: "start", source, program: checkSource(source).program, layout }
  const bare = { ...flow, layout: { ...layout, texts: {} } }

  it("holds every text in every language, and gives it back", () => {
    const csv = printTextSheet([flow], ["pt", "es"])
    expect(csv.split("\n")[0]).toBe("flow,step,part,text,pt,es")
    const sheet = readTextSheet(csv)
    if (sheet === null) throw new Error("The sheet was not read.")
    expect(fillTexts(bare, sheet)).toEqual({ texts: { ...texts, es: {} }, changed: 9 })
    expect(fillTexts(flow, sheet).changed).toBe(0)
  })

  it("finds texts by their words where it names no places, and leaves empty cells alone", () => {
    const sheet = readTextSheet("text,pt\nHello!,Oi!\nTea,\nNobody says this,Nada\n")
    if (sheet === null) throw new Error("The sheet was not read.")
    const filled = fillTexts(flow, sheet)
    expect(filled.changed).toBe(1)
    const found = findVariants(unitsOf(), filled.texts, ["pt"])
    expect(
      found.filter(({ unit }) => /^(Hello!|Tea)$/.test(unit.words)).map((f) => f.words),
    ).toEqual(["Oi!", "Chá"])
  })

  it("keeps a text that looks like a formula from being calculated, and brings it back as it was", () => {
    const risky = 'TALK "=HYPERLINK(1) click"\n'
    const { program } = checkSource(risky)
    const document = openDocument(risky, emptyLayout)
    const csv = printTextSheet(
      [{ name: "start", source: risky, program, layout: document.layout }],
      ["pt"],
    )
    expect(csv).toContain("'=HYPERLINK")
    expect(readTextSheet(csv)?.rows[0]?.text).toBe("=HYPERLINK(1) click")
  })

  it("is none without a column of texts or of a language", () => {
    expect(readTextSheet("text,part\nHello,text\n")).toBeNull()
    expect(readTextSheet("pt\nOlá\n")).toBeNull()
    expect(readTextSheet("")).toBeNull()
  })
})
