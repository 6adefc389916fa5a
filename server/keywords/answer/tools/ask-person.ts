import type { Json } from "#basic/vm/value.ts"
import { requestApproval } from "#server/records/approvals/request-approval.ts"
import { EffectFailed, type Step } from "../../step.ts"
import type { OfferedTool } from "./offered-tool.ts"

/**
 * Asks a person to approve a call instead of making it. Once they do, the script runs on top of the conversation, in a
 * turn of its own. Gives what the model is told.
 *
 * Throws: `EffectFailed` "tool.cannot_wait" for what is no script of the bot, "approval.nobody".
 */
export async function askPerson(
  { name, call }: OfferedTool,
  inputs: Readonly<Record<string, Json>>,
  { approver, language }: { readonly approver: string; readonly language: string },
  step: Step,
): Promise<string> {
  if (call === undefined)
    throw new EffectFailed(
      "tool.cannot_wait",
      "Only a script of the bot can ask first; put the call into one.",
    )
  const { versionId } = step
  await step.record(
    requestApproval({ versionId, tool: name, ...call, inputs, approver, language }),
    { name: `APPROVAL ${name}`.slice(0, 200), arguments: { ...inputs } },
  )
  return `${name} has NOT been done. A person was asked to approve it and it is done once they do. Tell the user that somebody has to approve it first.`
}
