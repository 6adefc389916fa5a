/** Outlets that are part of a statement's own line: `ELSE GOTO`, `TIMEOUT n GOTO`, ON MESSAGE and their like. */
import type { Expression, HearStatement } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import { listTargets } from "../targets.ts"
import type { Draft, Located } from "./draft.ts"
import { flowNameOf, listLabelUses } from "./labels.ts"
import { requireLocated, requireStep } from "./outcome.ts"
import { refuse } from "./refuse.ts"
import { replaceText, rewriteStatement } from "./rewrite.ts"

/** How long a HEAR waits when its time-out is first connected. Units: seconds. */
const usualTimeoutSeconds = 300

export function leadTarget(draft: Draft, stepId: string, outlet: string, label: string): Draft {
  const { id, statement } = requireLocated(draft, stepId)
  if (outlet === "timeout" && statement.kind === "HearStatement") {
    return rewriteStatement(draft, id, withTimeout(statement, label))
  }
  if (listTargets(statement).length > 0) return renameTarget(draft, stepId, label)
  const canFail =
    statement.kind === "AssignStatement" ||
    statement.kind === "CommandStatement" ||
    statement.kind === "CallStatement"
  if (outlet !== "failed" || !canFail) return refuse("basic.canvas_outlet_gone", { outlet })
  const { end } = statement.span
  return replaceText(draft, id, { start: end, end }, ` ELSE GOTO ${label}`)
}

function withTimeout(statement: HearStatement, label: string | null): HearStatement {
  const usual: Expression = { kind: "NumberLiteral", span: nowhere, value: usualTimeoutSeconds }
  return { ...statement, timeout: { seconds: statement.timeout?.seconds ?? usual, label } }
}

function renameTarget(draft: Draft, stepId: string, label: string): Draft {
  const { card } = requireStep(draft, stepId)
  const use = listLabelUses(draft, flowNameOf(draft, card.flowId)).find(({ id }) => id === stepId)
  return use === undefined ? draft : replaceText(draft, stepId, use.span, label)
}

/** Takes the GOTO out of a statement; the handlers of a whole flow are nothing without theirs. */
export function freeTarget(draft: Draft, stepId: string): Draft {
  const located = requireLocated(draft, stepId)
  const { statement } = located
  if (statement.kind === "HearStatement") {
    return statement.timeout === null
      ? draft
      : rewriteStatement(draft, stepId, withTimeout(statement, null))
  }
  if (!("failGoto" in statement)) {
    return refuse("basic.canvas_always_leads", { keyword: keywordOf(located) })
  }
  const { start, end } = statement.span
  const tail = /\s+else\s+goto\s+\S+$/i.exec(draft.source.slice(start, end))
  return tail === null ? draft : replaceText(draft, stepId, { start: start + tail.index, end }, "")
}

function keywordOf({ statement }: Located): string {
  const words: Readonly<Record<string, string>> = {
    OnMessageStatement: "ON MESSAGE",
    OnSilenceStatement: "ON SILENCE",
    OnErrorStatement: "ON ERROR GOTO",
    GosubStatement: "GOSUB",
  }
  return words[statement.kind] ?? "This step"
}
