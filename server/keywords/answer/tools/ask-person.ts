import { approvedCall } from "#basic/assistant/approved-call.ts"
import type { Json } from "#basic/vm/value.ts"
import { requestApproval } from "#server/records/approvals/request-approval.ts"
import { hasScript } from "#server/records/tools/has-script.ts"
import { EffectFailed, type Step } from "../../step.ts"
import type { OfferedTool } from "./offered-tool.ts"

/**
 * Asks a person to approve a call instead of making it. Once they do, it is made on top of the conversation, in a turn
 * of its own: by its script, or by the one every version has for what is no script. Gives what the model is told.
 *
 * Throws: `EffectFailed` "tool.cannot_wait" in a version from before that could be, "approval.nobody".
 */
export async function askPerson(
  { name, call }: OfferedTool,
  inputs: Readonly<Record<string, Json>>,
  { approver, language }: { readonly approver: string; readonly language: string },
  step: Step,
): Promise<string> {
  const { versionId } = step
  if (call === undefined) await requireScript(step)
  const script = call ?? { script: approvedCall.name, entry: null }
  await step.record(
    requestApproval({ versionId, tool: name, ...script, inputs, approver, language }),
    { name: `APPROVAL ${name}`.slice(0, 200), arguments: { ...inputs } },
  )
  return `${name} has NOT been done. A person was asked to approve it and it is done once they do. Tell the user that somebody has to approve it first.`
}

async function requireScript(step: Step): Promise<void> {
  const isThere = await step.record(hasScript(step.versionId, approvedCall.name), {
    ...{ name: "APPROVAL VERSION", arguments: null },
  })
  if (isThere !== true)
    throw new EffectFailed(
      "tool.cannot_wait",
      "This version is older than approvals for services; publish the bot again.",
    )
}
