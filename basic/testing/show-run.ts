import type { TestFailure } from "./failure.ts"
import type { TestResult } from "./run-tests.ts"

/**
 * Shows the results of one file for people: a line a test, and under a failure what was expected,
 * what happened, where, and the conversation up to there.
 */
export function showResults(file: string, results: readonly TestResult[]): string {
  const lines = results.flatMap((result) => [
    `  ${result.isPassed ? "ok  " : "FAIL"}  ${result.name}`,
    ...(result.failure === null ? [] : showFailure(file, result.failure)),
  ])
  return [file, ...lines].map((line) => `${clean(line)}\n`).join("")
}

function showFailure(file: string, failure: TestFailure): string[] {
  const { text, line, expected, happened, hint, place, conversation } = failure
  const where =
    place === null || place.line === 0
      ? []
      : [`script    ${place.script}:${place.line}, step ${place.stepId}`]
  return [
    `${file}:${line}  ${text.replace(/\s*\n\s*/g, " ")}`,
    `expected  ${expected}`,
    `happened  ${happened}`,
    ...where,
    ...(hint === null ? [] : [`hint      ${hint}`]),
    ...conversation.map((said) => `  | ${said}`),
  ].map((each) => `        ${each}`)
}

/** Control characters of a script must not reach a terminal as they are. */
const clean = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are replaced
  line.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ")
