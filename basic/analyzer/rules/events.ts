import type { EventWord } from "../../ast/nodes.ts"
import { parseSchedule } from "../../schedules/parse-schedule.ts"
import { headSpan, type ProgramFacts } from "../program-facts.ts"

/** Events of channels that no part of the product brings yet. */
const withoutChannel: ReadonlySet<EventWord> = new Set([
  "EMAIL",
  "INCOMING CALL",
  "WHATSAPP MESSAGE",
])

/** A time that is written out is one, and what is listened to can happen. */
export function checkEvents(facts: ProgramFacts) {
  for (const { statement } of facts.places) {
    if (statement.kind === "EventStatement" && statement.word && withoutChannel.has(statement.word))
      facts.report("basic.no_channel", headSpan(statement), { found: `ON ${statement.word}` })
    if (statement.kind !== "CommandStatement" || statement.keyword !== "SET SCHEDULE") continue
    const { when, script } = statement.operands
    // With a script it may be a date in words; without one it is when this script runs.
    if (when === undefined || !("kind" in when) || when.kind !== "TextLiteral" || script) continue
    const parsed = parseSchedule(when.value)
    if (!parsed.ok)
      facts.report("basic.bad_schedule", when.span, { found: when.value, reason: parsed.reason })
  }
}
