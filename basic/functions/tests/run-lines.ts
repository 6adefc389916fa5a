import { analyze } from "../../analyzer/analyze.ts"
import { compile } from "../../ir/compile.ts"
import { functions } from "../../keywords/functions.ts"
import { parse } from "../../parser/parse.ts"
import { toText } from "../../vm/json.ts"
import { load } from "../../vm/load.ts"
import { beginTurn, createState, resume, run } from "../../vm/turn.ts"
import type { Value } from "../../vm/value.ts"
import { berlin, nowMs } from "./case.ts"

/** Runs a script and gives what it prints, and what is wrong with it. */
export const runLines = (...lines: readonly string[]): string[] => {
  const source = lines.join("\n")
  const { program, diagnostics } = parse(source)
  const out = [...diagnostics, ...analyze(program, source)].map(({ message }) => message)
  const loaded = load(compile(program), "hash")
  const state = createState(loaded)
  beginTurn(state, { nowMs, seed: 7, zone: berlin, botId: "bot_1", sessionId: "cnv_1" })
  for (;;) {
    const outcome = run(loaded, state)
    if (outcome.kind === "fault") return [...out, outcome.fault.message]
    if (outcome.kind !== "effect") return out
    out.push(toText(outcome.effect.operands.text as Value))
    resume(loaded, state, { kind: "value", value: null })
  }
}

export const examples: readonly (readonly [string, string])[] = functions.map(
  ({ name, example }) => [name, example],
)
