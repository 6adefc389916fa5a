import type { Span } from "../source/span.ts"
import { canvasCodes } from "./canvas.ts"
import { declarationCodes } from "./declarations.ts"
import type { Diagnostic } from "./diagnostic.ts"
import type { Entry, Facts } from "./entry.ts"
import { faultCodes } from "./faults.ts"
import { functionCodes } from "./functions.ts"
import { semanticCodes } from "./semantics.ts"
import { slipCodes } from "./slips.ts"
import { syntaxCodes } from "./syntax.ts"
import { tableCodes } from "./tables.ts"
import { testCodes } from "./tests.ts"
import { textCodes } from "./texts.ts"

/** Every `basic.*` code with its severity and words. The parts are by who finds it; a code stands in one of them. */
export const diagnosticTable = {
  ...syntaxCodes,
  ...slipCodes,
  ...declarationCodes,
  ...semanticCodes,
  ...faultCodes,
  ...functionCodes,
  ...canvasCodes,
  ...testCodes,
  ...tableCodes,
  ...textCodes,
} as const

export type DiagnosticCode = keyof typeof diagnosticTable

/** The facts the sentence of a code needs. */
export type FactsOf<C extends DiagnosticCode> = Parameters<
  (typeof diagnosticTable)[C]["sentence"]
>[0]

/** Facts are quoted in sentences; longer ones are cut. Units: UTF-16 code units. */
const maxFactChars = 80

/** Makes the diagnostic of a code. The facts are typed by the code; no prose is written where it is found. */
export function report<C extends DiagnosticCode>(
  code: C,
  span: Span,
  facts: FactsOf<C>,
  fix?: Diagnostic["fix"],
): Diagnostic {
  const said = wordsOf(code, facts)
  const hasFacts = Object.keys(facts).length > 0
  return {
    code,
    severity: diagnosticTable[code].severity,
    span,
    message: said.message,
    ...(said.hint === null ? {} : { hint: said.hint }),
    ...(hasFacts ? { facts: shortenFacts(facts, code) } : {}),
    ...(fix === undefined ? {} : { fix }),
  }
}

/** Gives the words of a code for facts that are only known at run time. An unknown code speaks for itself. */
export function wordsOf(code: string, facts: Facts): { message: string; hint: string | null } {
  const found = findEntry(code)
  if (found === null) return { message: `The script stopped with ${code}.`, hint: null }
  const short = shortenFacts(facts, code)
  return { message: found.sentence(short), hint: found.hint?.(short) ?? null }
}

// The table is typed per code; looked up by a text, an entry can only promise to take any facts.
function findEntry(code: string): Entry<Facts> | null {
  return Object.hasOwn(diagnosticTable, code)
    ? (diagnosticTable[code as DiagnosticCode] as unknown as Entry<Facts>)
    : null
}

/** Cuts what is quoted; what a script says itself stays whole. */
export function shortenFacts(facts: Facts, code: string): Facts {
  if (code === "basic.thrown" || code === "basic.assertion") return facts
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? shorten(fact) : fact,
    ]),
  )
}

function shorten(fact: string): string {
  const line = fact.length > maxFactChars * 4 ? fact.slice(0, maxFactChars * 4) : fact
  const flat = line.replace(/\s+/g, " ").trim()
  return flat.length <= maxFactChars ? flat : `${flat.slice(0, maxFactChars - 3)}...`
}
