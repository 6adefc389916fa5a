import { expect, it } from "vitest"
import { findClaims, guardTruth } from "../answer/guards/guard-truth.ts"
import { chooseQuote, quotePassage } from "../answer/words/quote-passage.ts"
import { haveSameSpecifics } from "../answer/words/specifics.ts"

it("LLM-05 hears a claim in seven languages, and none in a wish, an offer or a question", () => {
  const claims: [string, string][] = [
    ["I've sent you the invoice.", "send"],
    ["Your order has been cancelled.", "cancel"],
    ["Reservei a mesa para você.", "book"],
    ["Sua reserva foi cancelada.", "cancel"],
    ["He enviado el correo a su dirección.", "send"],
    ["Ich habe den Tisch für Sie reserviert.", "book"],
    ["Ihre Bestellung wurde storniert.", "cancel"],
    ["J’ai réservé votre table.", "book"],
    ["Rezervasyonunuz iptal edildi.", "cancel"],
    ["تم إلغاء طلبك.", "cancel"],
  ]
  for (const [sentence, kind] of claims) expect(findClaims(sentence), sentence).toContain(kind)
  const others = [
    "I can book a table for you.",
    "Should I cancel it?",
    "Once you have booked, we send a mail.",
    "I have not booked anything.",
    "Posso reservar uma mesa.",
    "Soll ich den Tisch reservieren?",
    "We open at nine.",
    "Orders are sent within two days.",
  ]
  for (const sentence of others) expect(findClaims(sentence), sentence).toEqual([])
  expect(
    guardTruth("I have booked it.", [{ name: "reserve", description: "" }], "x").removed,
  ).toEqual([])
})

it("two questions are never one when a number, a day, a month or a negation differs", () => {
  const different = [
    ["do you open on sunday", "do you open on monday"],
    ["vocês abrem no sábado", "vocês abrem no domingo"],
    ["is it for 2 people", "is it for 3 people"],
    ["do you open in july", "do you open in june"],
    ["can i bring a dog", "can i not bring a dog"],
  ] as const
  for (const [one, other] of different) expect(haveSameSpecifics(one, other), one).toBe(false)
  expect(haveSameSpecifics("when do you open on sunday", "at what time do you open sunday")).toBe(
    true,
  )
})

it("the sentence that answers is quoted, whatever languages question and passage are in, and a row of a table with its columns", () => {
  const rules =
    "The pool is cleaned every Monday. Guests may park in the street. Dogs up to 15 kg are welcome in the garden."
  expect(chooseQuote("Posso levar meu cachorro?", rules)).toMatch(/^Dogs up to 15 kg/)
  expect(chooseQuote("¿Dónde aparcan los visitantes?", rules)).toMatch(/^Guests may park/)
  const care =
    "The tank holds four litres. Clean the filter after each cycle. Wipe the lint off the filter by hand."
  expect(chooseQuote("How often do I clean the lint filter?", care)).toMatch(/^Clean the filter/)
  const prices = "Name | Price\nTent | 4290\nStove | 790\nLamp | 649"
  expect(chooseQuote("Quanto custa o fogareiro?", prices)).toBe("Name | Price / Stove | 790")
  const rulesOf = (text: string, title: string) => ({
    number: 1,
    passage: {
      ...{ id: title, documentId: title, base: "", title, text },
      ...{ section: null, page: null, url: null, score: 1 },
    },
  })
  const quoted = quotePassage(
    "Do I get a refund when I leave early?",
    [
      rulesOf("Visitors enter by the gate. Cars stay outside.", "Gate"),
      rulesOf("Who leaves early gets a refund of one half.", "Leaving"),
    ],
    "en",
  )
  expect(quoted.text).toBe("From “Leaving”: “Who leaves early gets a refund of one half.” [1]")
  expect(quoted.sources.map(({ title }) => title)).toEqual(["Leaving", "Gate"])
})
