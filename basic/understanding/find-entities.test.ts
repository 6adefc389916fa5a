import { describe, expect, test } from "vitest"
import { checkLaws, compile, openPreview, parse, print } from "../index.ts"
import type { EntityDefinition } from "./entity.ts"
import { findAnswer, findEntities, findEntity } from "./find-entities.ts"
import { PatternProblem, readPattern } from "./pattern.ts"

/** Monday, 6 January 2025, 9 o'clock. */
const context = { nowMs: 1_736_154_000_000 }
const city: EntityDefinition = {
  ...{ name: "city", kind: "list", isFuzzy: true, pattern: "" },
  values: [
    { value: "Lisbon", synonyms: ["Lisboa", "Lissabon"] },
    { value: "São Paulo", synonyms: [] },
    { value: "Rio", synonyms: [] },
  ],
}
const order: EntityDefinition = {
  ...{ name: "order", kind: "pattern", values: [], isFuzzy: false },
  pattern: "[a-z]{2}-\\d{4}",
}

describe("a list", () => {
  test.each([
    ["to lisboa please", "Lisbon"],
    ["from Lisbno?", "Lisbon"],
    ["SAO PAULO", "São Paulo"],
    ["sao paolo", "São Paulo"],
    ["Rio", "Rio"],
    ["Leo", null],
    ["nowhere", null],
  ])("finds in %j: %j", (text, value) => {
    expect(findEntity(city, text, context)?.value ?? null).toBe(value)
  })
})

const evening = { date: "2025-01-07", time: "20:00" }
const noon = { date: "2025-01-07", time: "12:00" }
const tuesday = { date: "2025-01-14", time: "18:30" }

describe("what every bot knows, in seven languages", () => {
  test.each([
    ["a table for two tomorrow at 19:30", { date: "2025-01-07", time: "19:30", number: 2 }],
    ["next Friday", { date: "2025-01-10" }],
    ["in 3 weeks", { date: "2025-01-27" }],
    ["uma mesa na sexta-feira", { date: "2025-01-10" }],
    ["depois de amanhã", { date: "2025-01-08" }],
    ["el 5 de marzo", { date: "2025-03-05" }],
    ["mañana para tres", { date: "2025-01-07", number: 3 }],
    ["après-demain, 20,50 euros", { money: 20.5 }],
    ["übermorgen", { date: "2025-01-08" }],
    ["am 3. Oktober", { date: "2025-10-03" }],
    ["3 gün sonra", { date: "2025-01-09" }],
    ["yarın", { date: "2025-01-07" }],
    ["غدا", { date: "2025-01-07" }],
    ["31/12/2025", { date: "2025-12-31" }],
    ["R$ 49,90", { money: 49.9 }],
    ["it costs 20 dollars", { money: 20 }],
    ["ana@example.com or +351 912 345 678", { email: "ana@example.com", phone: "+351912345678" }],
    ["see www.example.org/x", { url: "https://www.example.org/x" }],
    ["could you call at half past six", { time: "06:30" }],
    ["twenty-five of us, and three hundred euros", { number: 25, money: 300 }],
    ["amanhã às oito da noite, são vinte e duas pessoas", { ...evening, number: 22 }],
    ["as duas pessoas na terça da semana que vem", { date: "2025-01-14", number: 2 }],
    ["a las 7 de la mañana somos treinta y dos", { time: "07:00", number: 32 }],
    ["demain midi pour quatre-vingt-dix", { ...noon, number: 90 }],
    ["um halb acht sind wir fünfundzwanzig", { time: "07:30", number: 25 }],
    ["haftaya salı saat 18:30'da yirmi beş kişi", { ...tuesday, number: 25 }],
    ["بعد غد الساعة 5 مساء", { date: "2025-01-08", time: "17:00" }],
    ["llámame al 612 34 56 78", { phone: "612345678" }],
    ["two three", { number: 2 }],
    ["nothing of it", {}],
  ])("is found in %j", (text, expected) => {
    expect(findEntities([], text, context)).toEqual(expected)
  })
})

describe("patterns", () => {
  test("are found in any case, the longest first", () => {
    expect(findEntity(order, "my order is AB-1234, thanks", context)?.value).toBe("AB-1234")
    expect(readPattern("a(b|bc)*d?$").find("xabcbd")).toEqual({ start: 1, end: 6 })
    expect(readPattern("^\\w{2,3}").find("árbol")).toEqual({ start: 0, end: 3 })
    expect(readPattern("[^\\d\\s]+").find("12 ab 3")).toEqual({ start: 3, end: 5 })
    expect(readPattern("x*").find("")).toEqual({ start: 0, end: 0 })
    expect(readPattern("b+").find("aaa")).toBeNull()
  })

  test.each([
    "(",
    "a)",
    "[",
    "[]",
    "*a",
    "a{5,2}",
    "a{101}",
    "(?=a)",
    "\\1",
    "((a{100}){100}){100}",
  ])("such as %j are refused", (pattern) => {
    expect(() => readPattern(pattern)).toThrow(PatternProblem)
  })

  test("take time that grows with the text alone, whatever they say", () => {
    const text = "a".repeat(20_000)
    const began = performance.now()
    expect(readPattern("(a|a)*(a*)*b").find(text)).toBeNull()
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe("what is said already is not asked for", () => {
  const program = (line: string) => `HEAR wish WITH "What?"\n${line}\nTALK "> " + answer\n`
  const talk = (line: string, ...said: string[]) => {
    const { program: ast } = parse(program(line))
    const understanding = { intents: [], entities: [city] }
    const preview = openPreview(compile(ast), { ...context, understanding })
    preview.start()
    for (const text of said) preview.send({ text })
    return preview.events.flatMap((event) => (event.kind === "bot" ? [event.text] : []))
  }

  test.each([
    ['HEAR answer AS DATE FROM wish WITH "When?"', "a table tomorrow", "> 2025-01-07"],
    ['HEAR answer AS ENTITY "city" FROM wish WITH "Where?"', "to lisboa", "> Lisbon"],
    ['HEAR answer AS "Small", "Large" FROM wish WITH "Size?"', "a large one", "> Large"],
    ['HEAR answer AS INTEGER FROM wish WITH "How many?"', "for 4 people", "> 4"],
  ])("%s", (line, said, answer) => {
    expect(talk(line, said)).toEqual(["What?", answer])
  })

  test("is asked where it is missing, and refused where it names no value", () => {
    const line = 'HEAR answer AS ENTITY "city" FROM wish WITH "Where?"'
    expect(talk(line, "a flight", "hm", "to São Paulo")).toEqual([
      ...["What?", "Where?"],
      "Please name one of these: Lisbon, São Paulo, Rio.",
      "> São Paulo",
    ])
  })

  test.each([
    'HEAR answer AS ENTITY "city" FROM wish WITH "Where?" DEFAULT "Rio" TIMEOUT 30',
    "HEAR answer AS DATE FROM wish",
    "HEAR answer AS entity",
  ])("%s is printed as it is read", (line) => {
    const text = `entity = ["a"]\n${line}\n`
    const printed = print(parse(text).program)
    expect(checkLaws(text).failed).toEqual([])
    if (!line.endsWith("entity")) expect(printed).toContain(line)
  })

  test("a text that is searched for an answer of no known kind gives none", () => {
    expect(findAnswer({ type: "NAME", options: [], entity: null }, "I am Ana", context)).toBeNull()
  })
})
