import { noteStop } from "#server/records/models/note-stop.ts"
import type { StoredBudget } from "#server/records/models/read-models.ts"
import { EffectFailed, type Step } from "../step.ts"

/** What each budget is called in a sentence. */
const owners: Readonly<Record<StoredBudget["scope"], string>> = {
  organization: "The organization",
  bot: "This bot",
  contact: "This contact",
  conversation: "This conversation",
}

/** What may still be spent, by the budget that has least left. Units: US dollars. */
export interface BudgetLeft {
  readonly dollars: number
  readonly scope: StoredBudget["scope"]
}

/**
 * Says what may still be spent, and warns in the developer's log where a budget nears its end. Null where there is no
 * budget.
 *
 * Throws: `EffectFailed` "model.budget_reached".
 */
export async function checkBudgets(
  keyword: string,
  budgets: readonly StoredBudget[],
  step: Step,
): Promise<BudgetLeft | null> {
  let left: BudgetLeft | null = null
  for (const { scope, amountMicros, spentMicros, warnPercent } of budgets) {
    const period = scope === "conversation" ? "" : " this month"
    if (spentMicros >= amountMicros) {
      await tellStop(keyword, scope, step)
      throw new EffectFailed(
        "model.budget_reached",
        `${owners[scope]} has used up its budget for models${period}: ${dollars(amountMicros)}.`,
      )
    }
    if (spentMicros * 100 >= amountMicros * warnPercent)
      step.log(
        `models: ${owners[scope].toLowerCase()} has used ${Math.floor((spentMicros * 100) / amountMicros)} percent of its budget${period}`,
      )
    const rest = (amountMicros - spentMicros) / 1e6
    if (left === null || rest < left.dollars) left = { dollars: rest, scope }
  }
  return left
}

/** People are told once a month that models are asked no more. */
export async function tellStop(
  keyword: string,
  scope: StoredBudget["scope"],
  step: Step,
): Promise<void> {
  await step.record(noteStop(scope), { name: `${keyword} BUDGET`, arguments: null })
}

const dollars = (micros: number): string => `${(micros / 1e6).toFixed(2)} dollars`
