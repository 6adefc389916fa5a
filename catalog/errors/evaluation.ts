import { type ErrorDefinition, quote } from "./define.ts"

/** Sets of questions and their runs. */
export const evaluationErrors = {
  "evaluation.set_not_found": {
    status: 404,
    retry: "never",
    title: "No such set of questions",
    detail: () => "This bot has no set of questions under this id.",
    fix: "Load the evaluations of the bot again and pick one of its sets.",
  },
  "evaluation.run_not_found": {
    status: 404,
    retry: "never",
    title: "No such run",
    detail: () => "This bot has no run of questions under this id.",
    fix: "Load the evaluations of the bot again and pick one of its runs.",
  },
  "evaluation.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name already taken",
    detail: (f: { name: string }) => `This bot has a set of questions ${quote(f.name)} already.`,
    fix: "Choose another name.",
  },
  "evaluation.set_changed": {
    status: 409,
    retry: "changed",
    title: "Changed meanwhile",
    detail: (f: { name: string }) =>
      `The set of questions ${quote(f.name)} was changed since it was loaded.`,
    fix: "Load the set again and make the change there.",
  },
  "evaluation.limit": {
    status: 409,
    retry: "changed",
    title: "No room for more",
    detail: (f: { max: number }) => `A bot has at most ${f.max} sets of questions.`,
    fix: "Delete a set that is no longer used.",
  },
  "evaluation.empty": {
    status: 422,
    retry: "changed",
    title: "No questions yet",
    detail: (f: { name: string }) => `The set ${quote(f.name)} has no questions.`,
    fix: "Add a question, or import a file with questions.",
  },
  "evaluation.draft_broken": {
    status: 422,
    retry: "changed",
    title: "The draft has errors",
    detail: (f: { problem: string }) => `The draft cannot be asked: ${f.problem}`,
    fix: "Correct what the flow marks, then ask the questions again.",
  },
  "evaluation.unreadable": {
    status: 422,
    retry: "changed",
    title: "Questions cannot be read",
    detail: (f: { line: number; problem: EvaluationProblem }) =>
      f.line === 0 ? problems[f.problem] : `Question ${f.line}: ${problems[f.problem]}`,
    fix: "Use a table with the columns question, document, quote and answer, or a list of such objects as JSON.",
  },
} as const satisfies Record<string, ErrorDefinition>

type EvaluationProblem = keyof typeof problems

const problems = {
  no_list: "The file holds no list of questions.",
  no_question: "The question is missing.",
  no_quote: "A document goes with a quote from it, and a quote with its document.",
  too_long: "A text is too long, or there are too many other quotes.",
  too_many: "The file holds more questions than a set may have.",
}
