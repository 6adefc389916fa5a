import { printCsvRows } from "#basic"
import type { EvaluationQuestion, EvaluationSet } from "./question.ts"

const rowOf = ({ id, question, passage, answer }: EvaluationQuestion) => ({
  ...{ id, question, document: passage?.document ?? "", quote: passage?.quote ?? "" },
  ...{ alt_quotes: passage?.others.join("|") ?? "", answer: answer ?? "" },
})

/** Writes the questions of a set as a table that `readQuestions` reads again. */
export const printQuestionsCsv = ({ questions }: EvaluationSet): string =>
  printCsvRows(questions.map(rowOf))

/** Writes a set as JSON that `readQuestions` reads again. */
export const printQuestionsJson = ({ name, bases, before, questions }: EvaluationSet): string =>
  `${JSON.stringify(
    {
      ...{ name, bases, before },
      questions: questions.map(({ id, question, passage, answer }) => ({
        ...{ id, question, document: passage?.document ?? null, quote: passage?.quote ?? null },
        ...{ alt_quotes: passage?.others ?? [], answer },
      })),
    },
    null,
    2,
  )}\n`
