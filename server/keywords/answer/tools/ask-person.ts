import { approvedCall, confirmedCall } from "#basic/assistant/approved-call.ts"
import type { Json } from "#basic/vm/value.ts"
import { requestApproval } from "#server/records/approvals/request-approval.ts"
import { requestConfirmation } from "#server/records/approvals/request-confirmation.ts"
import { hasScript } from "#server/records/tools/has-script.ts"
import { EffectFailed, type Step } from "../../step.ts"
import { answerWords, fillWords, languageOf } from "../words/words.ts"
import type { OfferedTool } from "./offered-tool.ts"

/** What stands behind APPROVER where the one who writes is asked themselves. */
const visitor = "visitor"
/** A value of a call as the question shows it. Units: characters. */
const maxShownChars = 200

/**
 * Asks a person to approve a call instead of making it. Once they do, it is made on top of the conversation, in a turn
 * of its own: by its script, or by the one every version has for what is no script. Gives what the model is told.
 *
 * Throws: `EffectFailed` "tool.cannot_wait" in a version from before that could be, "approval.nobody".
 */
export async function askPerson(
  tool: OfferedTool,
  inputs: Readonly<Record<string, Json>>,
  { approver, language }: { readonly approver: string; readonly language: string },
  step: Step,
): Promise<string> {
  const { name, call } = tool
  const { versionId } = step
  if (approver.toLowerCase() === visitor) return await askVisitor(tool, inputs, language, step)
  if (call === undefined) await requireScript(approvedCall.name, step)
  const script = call ?? { script: approvedCall.name, entry: null }
  await step.record(
    requestApproval({ versionId, tool: name, ...script, inputs, approver, language }),
    { name: `APPROVAL ${name}`.slice(0, 200), arguments: { ...inputs } },
  )
  return `${name} has NOT been done. A person was asked to approve it and it is done once they do. Tell the user that somebody has to approve it first.`
}

/** The question, and the call behind a yes, are a turn of their own: what is answered is heard, and kept, as anything is. */
async function askVisitor(
  { name, description }: OfferedTool,
  inputs: Readonly<Record<string, Json>>,
  language: string,
  step: Step,
): Promise<string> {
  await requireScript(confirmedCall.name, step)
  const words = answerWords(languageOf("", language))
  const call = [description.trim() || name, ...Object.entries(inputs).map(printInput)].join("\n")
  await step.record(
    requestConfirmation({
      versionId: step.versionId,
      script: confirmedCall.name,
      inputs: {
        ...{ tool_name: name, tool_input: { ...inputs } },
        ...{ words_question: fillWords(words.confirm, { call }), words_yes: words.yes },
        ...{ words_no: words.no, words_declined: words.kept },
        ...{ words_done: words.confirmed, words_failed: words.confirmedFailed },
      },
    }),
    { name: `CONFIRM ${name}`.slice(0, 200), arguments: { ...inputs } },
  )
  return `${name} has NOT been done. The user is asked right after your answer, with the buttons ${words.yes} and ${words.no}, whether it may be done. Do not ask them yourself; say briefly that they have to confirm it.`
}

function printInput([key, value]: readonly [string, Json]): string {
  const shown = typeof value === "string" ? value : JSON.stringify(value)
  return `${key}: ${shown.slice(0, maxShownChars)}`
}

async function requireScript(script: string, step: Step): Promise<void> {
  const isThere = await step.record(hasScript(step.versionId, script), {
    ...{ name: "APPROVAL VERSION", arguments: null },
  })
  if (isThere !== true)
    throw new EffectFailed(
      "tool.cannot_wait",
      "This version is older than approvals for services; publish the bot again.",
    )
}
