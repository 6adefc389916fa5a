import { describe, expect, test } from "vitest"
import { findCognates } from "./cognates.ts"
import { openDictionary } from "./dictionary.ts"
import { findLanguage } from "./find-language.ts"
import { foldWord, splitWords } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"
import { termsOf } from "./terms-of.ts"
import { parseTextWords, printTextWords, readTextWords } from "./text-words.ts"
import { toEnglish } from "./to-english.ts"
import { openWordVectors } from "./word-vectors.ts"

describe("words", () => {
  test.each([
    ["attacks", "attacked"],
    ["running", "ran"],
    ["children", "child"],
    ["batteries", "battery"],
    ["configuration", "configurations"],
  ])("%s and %s are one word", (one, other) => {
    expect(stemEnglish(one)).toBe(stemEnglish(other))
  })

  test("accents, elisions and capitals make no difference", () => {
    expect(splitWords("L'Été, c'est GROẞARTIG: it's 5 °C")).toEqual([
      "ete",
      "est",
      "grossartig",
      "it",
      "5",
      "c",
    ])
  })

  test.each([
    ["How do I change my password?", "en"],
    ["Como faço para mudar a minha senha?", "pt"],
    ["¿Cómo puedo cambiar mi contraseña?", "es"],
    ["Comment changer mon mot de passe ?", "fr"],
    ["Wie kann ich mein Passwort ändern?", "de"],
    ["router", "en"],
  ])("%s is told to be %s", (text, language) => {
    expect(findLanguage(text)).toBe(language)
  })

  test.each([
    ["sobreviveu", "pt", "survive"],
    ["coordenadas", "pt", "coordinate"],
    ["corregirlo", "es", "correct"],
    ["envoyées", "fr", "send"],
    ["Schriftarten", "de", "font"],
  ] as const)("%s (%s) means %s", (word, language, english) => {
    expect(openDictionary().translate(foldWord(word), language)).toContain(english)
  })

  test.each([
    ["migración", "migration"],
    ["universidade", "university"],
    ["estación", "station"],
    ["notificação", "notification"],
    ["éxito", null],
    ["mesa", null],
  ])("%s, which is in no list, is the English %s by its ending", (word, english) => {
    expect(findCognates(word)[0] ?? null).toBe(english)
  })

  test.each([
    ["licences", "license"],
    ["organising", "organize"],
    ["colours", "color"],
    ["cancelled", "canceled"],
    ["programme", "program"],
  ])("%s and %s are one word", (british, american) => {
    expect(stemEnglish(british)).toBe(stemEnglish(american))
  })

  test("a text in another language is embedded in English, word by word, and an English one as it is", () => {
    expect(toEnglish("A bateria do carro dura dois anos, mas não é nova.")).toBe(
      "battery car last two year fresh",
    )
    expect(toEnglish("The battery lasts two years.")).toBe("The battery lasts two years.")
  })

  test("a text in another language is found by English words too", () => {
    expect(termsOf("A bateria do carro dura dois anos.", "pt")).toEqual(
      expect.arrayContaining([stemEnglish("battery"), stemEnglish("car"), stemEnglish("year")]),
    )
  })
})

describe("words as they are stored", () => {
  test.each([
    ["The batteries of the X-200 last nine hours, unlike Krzysztof's.", null],
    ["A bateria dura nove horas, e a garantia dois anos.", null],
    ["Hours", ["hour", "open", "zeiten", "day"]],
    ["", null],
  ])("%s is compared as it is read, and needs no text", (text, terms) => {
    const read = readTextWords(text, terms)
    expect(parseTextWords(printTextWords(read))).toEqual(read)
    expect(read.isListed).toBe(terms !== null)
  })

  test("the words most like another are found among many, and only among known ones", () => {
    const { mostAlike, likeness, rank } = openWordVectors()
    const others = ["boat", "money", "bicycle"]
    const ranks = Uint16Array.from(others, (word) => rank(word) ?? 0)
    const most = Math.max(...others.map((word) => likeness("bike", word)))
    expect(mostAlike("bike", ranks)).toBe(most)
    expect(mostAlike("bike", new Uint16Array(9_000).fill(ranks[2] ?? 0))).toBe(most)
    expect([mostAlike("bike", new Uint16Array()), mostAlike("xqzzy", ranks)]).toEqual([0, 0])
  })
})
