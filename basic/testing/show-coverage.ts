import type { ScriptCoverage } from "./coverage.ts"

export interface CoverageCount {
  readonly taken: number
  readonly all: number
}

/** Counts what was taken at least once. */
export const countTaken = (counted: readonly { readonly count: number }[]): CoverageCount => ({
  taken: counted.filter(({ count }) => count > 0).length,
  all: counted.length,
})

/** Whole per cent, rounded down, so that 100 means all. */
export const percentOf = ({ taken, all }: CoverageCount): number =>
  all === 0 ? 100 : Math.floor((taken * 100) / all)

/** So many places that were never reached are named for each script. */
const maxNamed = 10

const ways: Readonly<Record<string, string>> = {
  yes: "yes",
  no: "no",
  else: "anything else",
  body: "the loop's body",
  after: "after the loop",
  failed: "it failed",
  timeout: "no answer in time",
  message: "the message",
  silence: "silence",
  gosub: "GOSUB",
}

const shorten = (text: string): string => (text.length > 50 ? `${text.slice(0, 47)}...` : text)

/** Shows for people how much of each script was taken, and which lines were not. */
export function showCoverage(coverage: readonly ScriptCoverage[]): string {
  return coverage.map((script) => `${showScript(script).join("\n")}\n`).join("")
}

function showScript({ script, steps, outlets }: ScriptCoverage): string[] {
  const [step, way] = [countTaken(steps), countTaken(outlets)]
  const head =
    `${script}: ${step.taken} of ${step.all} steps (${percentOf(step)} %), ` +
    `${way.taken} of ${way.all} ways (${percentOf(way)} %)`
  const missed = [
    ...steps
      .filter(({ count }) => count === 0)
      .map(({ line }) => ({ line, what: "never reached" })),
    ...outlets
      .filter(({ count }) => count === 0)
      .map(({ line, key, text }) => {
        const name = text !== "" && key !== "yes" ? shorten(text) : (ways[key] ?? key)
        return { line, what: `never taken: ${name.replace(/\s+/g, " ")}` }
      }),
  ].sort((a, b) => a.line - b.line)
  const named = missed.slice(0, maxNamed).map(({ line, what }) => `  line ${line}  ${what}`)
  const more = missed.length - named.length
  return [head, ...named, ...(more > 0 ? [`  and ${more} more`] : [])]
}
