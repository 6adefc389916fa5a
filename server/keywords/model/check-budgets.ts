import type { StoredBudget } from "#server/records/models/read-models.ts"
import { EffectFailed, type Step } from "../step.ts"

/** What each budget is called in a sentence. */
const owners: Readonly<Record<StoredBudget["scope"], string>> = {
  organization: "The organization",
  bot: "This bot",
  contact: "This contact",
  conversation: "This conversation",
}

/**
 * Says what may still be spent, and warns in the developer's log where a budget nears its end.
 *
 * Units:  US dollars; undefined where there is no budget.
 * Throws: `EffectFailed` "model.budget_reached".
 */
export function checkBudgets(budgets: readonly StoredBudget[], step: Step): number | undefined {
  let left: number | undefined
  for (const { scope, amountMicros, spentMicros, warnPercent } of budgets) {
    const period = scope === "conversation" ? "" : " this month"
    if (spentMicros >= amountMicros)
      throw new EffectFailed(
        "model.budget_reached",
        `${owners[scope]} has used up its budget for models${period}: ${dollars(amountMicros)}.`,
      )
    if (spentMicros * 100 >= amountMicros * warnPercent)
      step.log(
        `models: ${owners[scope].toLowerCase()} has used ${Math.floor((spentMicros * 100) / amountMicros)} percent of its budget${period}`,
      )
    left = Math.min(left ?? Number.POSITIVE_INFINITY, (amountMicros - spentMicros) / 1e6)
  }
  return left
}

const dollars = (micros: number): string => `${(micros / 1e6).toFixed(2)} dollars`
