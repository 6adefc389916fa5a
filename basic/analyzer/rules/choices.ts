import type {
  HearStatement,
  ObjectLiteral,
  OnMessageStatement,
  SelectStatement,
} from "../../ast/nodes.ts"
import { printExpression } from "../../printer/expression.ts"
import { constantKey } from "../constants.ts"
import type { ProgramFacts } from "../program-facts.ts"
import { textSpanOf } from "../text-span.ts"

/** A choice is there once: cases, keys, words that lead somewhere; and a menu has more than one. */
export function checkChoices(facts: ProgramFacts) {
  const handlers = new Map<string, number>()
  let silenceLine: number | null = null
  for (const { statement } of facts.places) {
    if (statement.kind === "HearStatement") checkMenu(facts, statement)
    if (statement.kind === "SelectStatement") checkCases(facts, statement)
    if (statement.kind === "OnMessageStatement") checkHandler(facts, statement, handlers)
    if (statement.kind === "OnSilenceStatement") {
      if (silenceLine !== null)
        facts.report("basic.duplicate_handler", statement.span, {
          found: "ON SILENCE",
          line: silenceLine,
        })
      silenceLine ??= facts.lineOf(statement.span)
    }
  }
  for (const { expression } of facts.expressions)
    if (expression.kind === "ObjectLiteral") checkKeys(facts, expression)
}

/** Fewer blanks than this still look like a choice. */
const mostChoiceBlanks = 4

function checkMenu(facts: ProgramFacts, { options, acceptsOther }: HearStatement) {
  const [only] = options
  if (options.length !== 1 || acceptsOther || only?.kind !== "TextLiteral") return
  const blanks = only.value.trim().split(/\s+/).length - 1
  if (!only.value.includes("?") && blanks <= mostChoiceBlanks) return
  const facing = facts.source.slice(0, only.span.start)
  const word = /\bAS(\s+MENU)?\s*$/i.exec(facing)
  const span = { start: word?.index ?? only.span.start, end: only.span.end }
  const fix =
    word === null
      ? undefined
      : {
          title: "Ask it as a question",
          edits: [
            {
              span: { start: word.index, end: word.index + word[0].trimEnd().length },
              text: "WITH",
            },
          ],
        }
  facts.report("basic.one_option_menu", span, { found: only.value }, fix)
}

function checkCases(facts: ProgramFacts, { cases }: SelectStatement) {
  const seen = new Set<string>()
  for (const value of cases.flatMap((each) => each.values)) {
    const key = constantKey(value)
    if (key === null) continue
    if (seen.has(key))
      facts.report("basic.duplicate_case", value.span, { found: printExpression(value) })
    seen.add(key)
  }
}

function checkKeys(facts: ProgramFacts, { entries, span }: ObjectLiteral) {
  const seen = new Set<string>()
  for (const { key } of entries) {
    if (seen.has(key)) facts.report("basic.duplicate_key", span, { found: key })
    seen.add(key)
  }
}

function checkHandler(
  facts: ProgramFacts,
  statement: OnMessageStatement,
  handlers: Map<string, number>,
) {
  for (const text of statement.texts) {
    const key = text.trim().toLowerCase()
    const line = handlers.get(key)
    if (line === undefined) handlers.set(key, facts.lineOf(statement.span))
    else
      facts.report("basic.duplicate_handler", textSpanOf(statement, text, facts.source), {
        found: `The message "${text}"`,
        line,
      })
  }
}
