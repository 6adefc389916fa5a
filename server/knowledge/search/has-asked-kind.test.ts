import { expect, test } from "vitest"
import { hasAskedKind } from "./has-asked-kind.ts"
import { readQuestion } from "./read-question.ts"

/** Whether a text has the kind of thing that a question asks for. */
function answers(question: string, text: string): boolean {
  const { asks, terms } = readQuestion(question)
  const weighed = terms.map((term) => ({ ...term, idf: term.weight, isGone: false }))
  return hasAskedKind(asks, weighed, [text])
}

test.each([
  [
    "How many floors does the hotel have?",
    "The hotel has a pool that closes at eight.",
    "The house has four floors.",
  ],
  [
    "Quantos convidados posso levar?",
    "Convidados são bem-vindos; a taxa é de 40 reais.",
    "Cada morador pode levar dois convidados.",
  ],
  [
    "What is the price of the HX-40?",
    "The HX-40 takes 34 minutes for two shirts.",
    "The HX-40 costs 890 euros.",
  ],
  [
    "¿Quién es el director?",
    "El director decide en seis semanas.",
    "Pregunte por el director, Luis Ortega Ruiz.",
  ],
])("%s is not answered by a text without one", (question, other, answer) => {
  expect(answers(question, other)).toBe(false)
  expect(answers(question, answer)).toBe(true)
})

test("a question that asks for no such thing is left to the words", () => {
  expect(answers("Can I bring my dog?", "Animals are welcome.")).toBe(true)
})
