import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { OperandValue } from "../vm/outcome.ts"
import { type Json, ListValue, MapValue } from "../vm/value.ts"
import { answerHear, type HearInput } from "./answer.ts"
import { hearMessages } from "./messages.ts"
import { canonicalHearType, hearTypeAliases, hearTypes, uploadTypes } from "./types.ts"
import { type HearWait, startHear } from "./wait.ts"

/** Friday 31 January 2025, 23:30 in a zone one hour ahead of UTC. */
const context = {
  nowMs: Date.UTC(2025, 0, 31, 22, 30),
  zone: { name: "Test/Ahead", untils: [], offsets: [60] },
}
const ask = (type: string, more: Record<string, OperandValue> = {}): HearWait =>
  startHear({
    type,
    options: [],
    acceptsOther: false,
    prompt: null,
    fallback: null,
    timeoutSeconds: null,
    ...more,
  })
const answer = (type: string, text: string): Json => {
  const verdict = answerHear(ask(type), { text }, context)
  return verdict.kind === "accepted" ? verdict.value : verdict.kind
}

describe("answers by type", () => {
  it.each<[string, string, Json]>([
    ["TEXT", "  hello \n", "hello"],
    ["TEXT", "", ""],
    ["NAME", "  ana   maria o’neil-souza ", "Ana Maria O'Neil-Souza"],
    ["NAME", "JOÃO", "João"],
    ["NAME", "McDonald", "McDonald"],
    ["NAME", "李小龍", "李小龍"],
    ["NAME", "محمد", "محمد"],
    ["NAME", "R2D2", "refused"],
    ["NAME", "A", "refused"],
    ["NAME", "--", "refused"],
    ["NAME", "a".repeat(101), "refused"],
    ["EMAIL", " Ana.Lima+x@Example.CO.uk ", "ana.lima+x@example.co.uk"],
    ["EMAIL", "mailto:a@b.co", "a@b.co"],
    ["EMAIL", "ana@exemplo.com.br", "ana@exemplo.com.br"],
    ["EMAIL", "ana", "refused"],
    ["EMAIL", "ana@", "refused"],
    ["EMAIL", "@b.co", "refused"],
    ["EMAIL", "a@b", "refused"],
    ["EMAIL", "a..b@c.de", "refused"],
    ["EMAIL", ".a@c.de", "refused"],
    ["EMAIL", "a b@c.de", "refused"],
    ["EMAIL", "a@b@c.de", "refused"],
    ["EMAIL", "a@-b.de", "refused"],
    ["EMAIL", "a@1.2", "refused"],
    ["EMAIL", "a@b.de\nBcc: x@y.z", "refused"],
    ["URL", "Example.com", "https://example.com"],
    ["URL", "http://example.com:8080/a?b#c", "http://example.com:8080/a?b#c"],
    ["URL", "https://10.0.0.1/x", "https://10.0.0.1/x"],
    ["URL", "javascript:alert(1)", "refused"],
    ["URL", "ftp://example.com", "refused"],
    ["URL", "https://user@example.com", "refused"],
    ["URL", "not a url", "refused"],
    ["URL", "example.com:99999", "refused"],
    ["PASSWORD", "12345678", "12345678"],
    ["PASSWORD", " secret with blanks ", " secret with blanks "],
    ["PASSWORD", "1234567", "refused"],
    ["INTEGER", "42", 42],
    ["INTEGER", " -7 ", -7],
    ["INTEGER", "1,234,567", 1234567],
    ["INTEGER", "1.234", 1234],
    ["INTEGER", "1 000", 1000],
    ["INTEGER", "12.0", 12],
    ["INTEGER", "2.5", "refused"],
    ["INTEGER", "12abc", "refused"],
    ["INTEGER", "", "refused"],
    ["INTEGER", ".", "refused"],
    ["INTEGER", "99999999999999999999", "refused"],
    ["NUMBER", "2.5", 2.5],
    ["FLOAT", "2,5", 2.5],
    ["DECIMAL", "-0.5", -0.5],
    ["DOUBLE", "1.234,56", 1234.56],
    ["NUMBER", "1,234.56", 1234.56],
    ["NUMBER", "1,234,567", 1234567],
    ["NUMBER", ".5", 0.5],
    ["NUMBER", "5.", 5],
    ["NUMBER", "1,2.3,4", "refused"],
    ["NUMBER", "1..2", "refused"],
    ["NUMBER", "1e5", "refused"],
    ["MONEY", "100", 100],
    ["MONEY", "1,234.56", 1234.56],
    ["MONEY", "1.234,56", 1234.56],
    ["MONEY", "R$ 1.234,56", 1234.56],
    ["MONEY", "$1,234", 1234],
    ["MONEY", "€ 9,9", 9.9],
    ["MONEY", "£0.005", 0.01],
    ["MONEY", "¥500", 500],
    ["MONEY", "12.50 EUR", 12.5],
    ["MONEY", "-5", "refused"],
    ["MONEY", "free", "refused"],
    ["BOOLEAN", "Yes!", true],
    ["BOOLEAN", "SIM", true],
    ["BOOLEAN", "sí", true],
    ["BOOLEAN", "ok", true],
    ["BOOLEAN", "confirmed", true],
    ["BOOLEAN", "evet", true],
    ["BOOLEAN", "NÃO", false],
    ["BOOLEAN", "nope", false],
    ["BOOLEAN", "0", false],
    ["BOOLEAN", "hayır", false],
    ["BOOLEAN", "لا", false],
    ["BOOLEAN", "maybe", "refused"],
    ["DATE", "31/12/2025", "2025-12-31"],
    ["DATE", "31-12-2025", "2025-12-31"],
    ["DATE", "2025-12-31", "2025-12-31"],
    ["DATE", "2025/12/31", "2025-12-31"],
    ["DATE", "31.12.2025", "2025-12-31"],
    ["DATE", "12/31/2025", "2025-12-31"],
    ["DATE", "05/06/2025", "2025-06-05"],
    ["DATE", "25 Dec 2024", "2024-12-25"],
    ["DATE", "today", "2025-01-31"],
    ["DATE", "Amanhã", "2025-02-01"],
    ["DATE", "yesterday", "2025-01-30"],
    ["DATE", "aujourd’hui", "2025-01-31"],
    ["DATE", "yarın", "2025-02-01"],
    ["DATE", "غدا", "2025-02-01"],
    ["DATE", "30/02/2025", "refused"],
    ["DATE", "soon", "refused"],
    ["HOUR", "14:30", "14:30"],
    ["HOUR", "2:30 PM", "14:30"],
    ["HOUR", "9h05", "09:05"],
    ["HOUR", "18h", "18:00"],
    ["HOUR", "12 am", "00:00"],
    ["HOUR", "25:00", "refused"],
    ["MOBILE", "(555) 123-4567", "(555) 123-4567"],
    ["MOBILE", "11 98765 4321", "(11) 98765-4321"],
    ["MOBILE", "+55 (11) 98765-4321", "+5511987654321"],
    ["MOBILE", "0049 30 1234567", "+49301234567"],
    ["MOBILE", "12345", "refused"],
    ["MOBILE", "1234567890123456", "refused"],
    ["MOBILE", "call me", "refused"],
    ["ZIPCODE", "01310100", "01310-100"],
    ["ZIPCODE", "01310-100", "01310-100"],
    ["ZIPCODE", "90210", "90210"],
    ["ZIPCODE", "90210-1234", "90210-1234"],
    ["ZIPCODE", "sw1a1aa", "SW1A 1AA"],
    ["ZIPCODE", "123", "refused"],
    ["CPF", "529.982.247-25", "529.982.247-25"],
    ["CPF", "52998224725", "529.982.247-25"],
    ["CPF", "52998224724", "refused"],
    ["CPF", "11111111111", "refused"],
    ["CNPJ", "11.222.333/0001-81", "11.222.333/0001-81"],
    ["CNPJ", "11222333000181", "11.222.333/0001-81"],
    ["CNPJ", "12abc34501de35", "12.ABC.345/01DE-35"],
    ["CNPJ", "11222333000182", "refused"],
    ["CREDITCARD", "4111 1111 1111 1111", "**** **** **** 1111"],
    ["CREDITCARD", "4111111111111112", "refused"],
    ["CREDITCARD", "0000000000000000", "refused"],
    ["LANGUAGE", "pt-BR", "pt"],
    ["LANGUAGE", "English", "en"],
    ["LANGUAGE", "português", "pt"],
    ["LANGUAGE", "alemán", "de"],
    ["LANGUAGE", "Türkçe", "tr"],
    ["LANGUAGE", "العربية", "ar"],
    ["LANGUAGE", "xx", "refused"],
    ["LANGUAGE", "klingon", "refused"],
    ["COLOR", "Red", "#ff0000"],
    ["COLOR", "azul", "#0000ff"],
    ["COLOR", "#Abc", "#aabbcc"],
    ["COLOR", "#A1B2C3", "#a1b2c3"],
    ["COLOR", "rgb(1, 2, 255)", "#0102ff"],
    ["COLOR", "rgb(1, 2, 256)", "refused"],
    ["COLOR", "constructor", "refused"],
    ["UUID", "{123E4567-E89B-42D3-A456-426614174000}", "123e4567-e89b-42d3-a456-426614174000"],
    ["GUID", "123e4567e89b42d3a456426614174000", "123e4567-e89b-42d3-a456-426614174000"],
    ["UUID", "123", "refused"],
    ["FILE", "report.pdf", "refused"],
    ["LOGIN", "ana", "refused"],
  ])("%s takes %j as %j", (type, text, expected) => {
    expect(answer(type, text)).toBe(expected)
  })

  it("every type but TEXT and MENU refuses what has nothing to do with it", () => {
    for (const type of hearTypes)
      if (type !== "TEXT" && type !== "MENU" && type !== "PASSWORD" && type !== "NAME")
        expect(answer(type, "¿?¿?¿?¿?"), type).toBe("refused")
  })

  it("uploads take a file and nothing else", () => {
    for (const type of uploadTypes) {
      const file = { name: "a.png", url: "https://example.com/a.png" }
      expect(answerHear(ask(type), { file })).toEqual({ kind: "accepted", value: file })
      expect(answerHear(ask(type), { text: "a.png" }).kind).toBe("refused")
    }
  })

  it("today is not understood by a host that gives no clock", () => {
    expect(answerHear(ask("DATE"), { text: "today" }).kind).toBe("refused")
  })
})

describe("attempts", () => {
  it("says a sentence for the type twice and gives up at the third with the empty value", () => {
    const first = answerHear(ask("EMAIL"), { text: "x" })
    if (first.kind !== "refused") throw new Error(first.kind)
    expect(first.message).toBe("Please write an e-mail address, such as ana@example.com.")
    const second = answerHear(first.wait, { text: "y" })
    if (second.kind !== "refused") throw new Error(second.kind)
    expect(answerHear(second.wait, { text: "z" })).toEqual({ kind: "gaveUp", value: null })
    expect(answerHear(second.wait, { text: "a@b.co" })).toEqual({
      kind: "accepted",
      value: "a@b.co",
    })
  })

  it("takes DEFAULT for an empty reply, and only for that", () => {
    const wait = ask("INTEGER", { fallback: 7 })
    expect(answerHear(wait, { text: "  " })).toEqual({ kind: "accepted", value: 7 })
    expect(answerHear(wait, {})).toEqual({ kind: "accepted", value: 7 })
    expect(answerHear(wait, { text: "x" }).kind).toBe("refused")
    expect(answerHear(ask("TEXT", { fallback: false }), { text: "" })).toEqual({
      kind: "accepted",
      value: false,
    })
  })

  it("speaks the language of the person, in English where there is none", () => {
    const say = (language: string) => {
      const verdict = answerHear(ask("BOOLEAN"), { text: "?" }, { language })
      return verdict.kind === "refused" ? verdict.message : verdict.kind
    }
    expect(say("pt-BR")).toBe("Responda sim ou não.")
    expect(say("DE")).toBe("Bitte antworten Sie mit Ja oder Nein.")
    expect(say("xx")).toBe("Please answer yes or no.")
  })

  it("has every sentence in every language", () => {
    const ids = Object.keys(hearMessages.get("en") ?? {})
    expect([...hearMessages.keys()]).toEqual(["en", "pt", "es", "de", "fr", "tr", "ar"])
    for (const [language, sentences] of hearMessages) {
      expect(Object.keys(sentences), language).toEqual(ids)
      for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/[.…]$/)
      expect(sentences.MENU).toContain("{options}")
    }
  })
})

describe("menus", () => {
  const options = ["Sales", "Support", "Anything else", "Say más"]
  const choose = (input: HearInput, acceptsOther = false): Json => {
    const verdict = answerHear(ask("MENU", { options, acceptsOther }), input)
    return verdict.kind === "accepted" ? verdict.value : verdict.kind
  }

  it.each<[string, Json]>([
    ["Sales", "Sales"],
    ["sUPPort", "Support"],
    [" anything  else ", "Anything else"],
    ["say mas", "Say más"],
    ["2", "Support"],
    ["#3", "Anything else"],
    ["3)", "Anything else"],
    ["any", "Anything else"],
    ["port", "Support"],
    ["s", "refused"],
    ["sa", "refused"],
    ["5", "refused"],
    ["0", "refused"],
    ["", "refused"],
    ["billing", "refused"],
  ])("takes %j as %j", (text, expected) => {
    expect(choose({ text })).toBe(expected)
  })

  it("takes a button by its value before the text", () => {
    expect(choose({ choice: "Support", text: "Sales" })).toBe("Support")
  })

  it("names the choices when it refuses", () => {
    const verdict = answerHear(ask("MENU", { options: ["A$&", "B"] }), { text: "?" })
    expect(verdict).toMatchObject({ message: "Please choose one of these: A$&, B." })
  })

  it("takes any other text where others are welcome, and a part of a choice is other text", () => {
    expect(choose({ text: "billing" }, true)).toBe("billing")
    expect(choose({ text: "any" }, true)).toBe("any")
    expect(choose({ text: "sales" }, true)).toBe("Sales")
    expect(choose({ text: "2" }, true)).toBe("Support")
    expect(choose({ text: " " }, true)).toBe("refused")
  })

  it("does not take a number for the only choice of an open menu", () => {
    const wait = ask("MENU", { options: ["done"], acceptsOther: true })
    expect(answerHear(wait, { text: "1" })).toEqual({ kind: "accepted", value: "1" })
  })

  it("takes its choices from a list, and values behind labels", () => {
    const list = new ListValue([
      new MapValue(
        new Map([
          ["label", "Red one"],
          ["value", "r"],
        ]),
      ),
      "Blue one",
      4,
    ])
    const wait = ask("MENU", { options: [list] })
    expect(wait.options.map(({ value }) => value)).toEqual(["r", "Blue one", "4"])
    expect(answerHear(wait, { text: "red" })).toEqual({ kind: "accepted", value: "r" })
  })
})

describe("questions that wait", () => {
  it("are plain JSON and go on after being stored", () => {
    const wait = ask("email", { prompt: "Your address?", timeoutSeconds: 30, fallback: 5 })
    expect(JSON.parse(JSON.stringify(wait))).toEqual(wait)
    expect(wait).toMatchObject({ type: "EMAIL", prompt: "Your address?", timeoutSeconds: 30 })
  })

  it("mark what must not be shown", () => {
    expect([ask("PASSWORD"), ask("CARD"), ask("TEXT")].map(({ isSecret }) => isSecret)).toEqual([
      true,
      true,
      false,
    ])
  })

  it("survive operands of any kind", () => {
    const ring = new ListValue()
    ring.items.push(ring)
    expect(ask("nonsense", { prompt: ring, options: [ring] })).toMatchObject({ type: "TEXT" })
  })

  it("know every spelling of a type", () => {
    expect(["string", "Float", "CEP", "pdf", "BOOL"].map(canonicalHearType)).toEqual([
      "TEXT",
      "NUMBER",
      "ZIPCODE",
      "DOCUMENT",
      "BOOLEAN",
    ])
    expect(["", "constructor", "SQL"].map(canonicalHearType)).toEqual([null, null, null])
    for (const alias of hearTypeAliases.keys())
      expect((hearTypes as readonly string[]).includes(alias), alias).toBe(false)
  })
})

describe("hostile replies", () => {
  const long = 200_000
  const attacks = [
    "a".repeat(long),
    "1".repeat(long),
    " ".repeat(long),
    "a@".repeat(long / 2),
    `a@${"a.".repeat(long / 2)}`,
    `${"a.".repeat(long / 2)}@b`,
    "-".repeat(long),
    "1,".repeat(long / 2),
    "1 ".repeat(long / 2),
    `https://${"a".repeat(long)}`,
    "(".repeat(long),
    "é".repeat(long),
    `${"\t".repeat(long)}x`,
    "1/".repeat(long / 2),
  ]

  it("cost no type more than a moment, whatever their length", () => {
    const begun = performance.now()
    for (const type of hearTypes)
      for (const text of attacks)
        for (const cut of [text, text.slice(0, 2000)]) {
          const verdict = answerHear(ask(type, { options: type === "MENU" ? ["a", "b"] : [] }), {
            text: cut,
          })
          expect(["accepted", "refused"]).toContain(verdict.kind)
        }
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it("never throw, and give JSON", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...hearTypes),
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })),
        (type, text) => {
          const verdict = answerHear(ask(type), { text }, context)
          expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
        },
      ),
      { numRuns: 3000, seed: 1 },
    )
  })
})
