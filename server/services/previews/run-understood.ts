import type { Preview } from "#basic"
import type { PretendAnswer, PretendEffect } from "#basic/debugger/session.ts"
import { tellMeaning } from "#catalog/understanding/tell-meaning.ts"
import type { Understood } from "#server/understanding/port.ts"

type Answer = (effect: PretendEffect) => PretendAnswer | null

/** So many messages may lead to each other before the rest is found by shared words. */
const rounds = 3

/**
 * Runs a preview until every message it asks UNDERSTAND about was understood: the machine cannot wait, so it is
 * run again with what was found out.
 */
export async function runUnderstood(
  ask: (text: string) => Promise<Understood>,
  run: (answer: Answer) => Preview,
): Promise<Preview> {
  const known = new Map<string, PretendAnswer>()
  for (let round = 0; ; round++) {
    const unknown = new Set<string>()
    const preview = run(({ keyword, operands }) => {
      if (keyword !== "UNDERSTAND") return null
      const text = readText(operands)
      if (!known.has(text)) unknown.add(text)
      return known.get(text) ?? null
    })
    if (unknown.size === 0 || round === rounds) return preview
    for (const text of unknown) known.set(text, { value: tellMeaning(await ask(text), text) })
  }
}

function readText(operands: PretendEffect["operands"]): string {
  if (typeof operands !== "object" || operands === null || Array.isArray(operands)) return ""
  return typeof operands.text === "string" ? operands.text : ""
}
