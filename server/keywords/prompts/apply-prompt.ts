import { toText } from "#basic"
import type { MapValue } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { type UsedPrompt, usePrompt } from "#server/records/prompts/use-prompt.ts"
import { looksLikeOrders } from "../answer/guards/guard-question.ts"
import type { Step } from "../step.ts"

/** What a statement says of a prompt of the library. */
export interface PromptOperands {
  readonly promptName?: string | undefined
  readonly values?: MapValue | undefined
}

/**
 * Reads the prompt a statement names, with its values in it: "support" follows what is live, "support@3" stays with
 * the third version. Null where the statement names none. A data effect.
 *
 * Throws: `EffectFailed` "prompt.*".
 */
export async function applyPrompt(
  keyword: string,
  { promptName, values }: PromptOperands,
  step: Step,
): Promise<UsedPrompt | null> {
  const wanted = (promptName ?? "").trim()
  if (wanted === "") return null
  const pin = /^(.*\S)\s*@\s*(\d{1,9})$/s.exec(wanted)
  const name = (pin?.[1] ?? wanted).slice(0, limits.nameChars)
  const given = toTexts(values)
  return await step.stage("prompt", async (note) => {
    const suspicious = Object.entries(given).filter(([, value]) => looksLikeOrders(value))
    for (const [variable] of suspicious)
      step.log(`policy: the value of {{${variable}}} tries to give orders to the model`)
    const used = await step.record(usePrompt(name, pin === null ? null : Number(pin[2]), given), {
      name: `${keyword} PROMPT`,
      arguments: [wanted, given],
    })
    note({ prompt: used.name, version: used.number, isSplit: used.splitId !== null })
    return used
  })
}

function toTexts(values: MapValue | undefined): Record<string, string> {
  const entries = [...(values?.entries ?? [])].slice(0, limits.promptVariables)
  return Object.fromEntries(entries.map(([name, value]) => [String(name), toText(value)]))
}
