import type { NotificationKind } from "#catalog/notifications.ts"

/** A budget for models as the trigger noted it. Units: millionths of a US dollar. */
export interface BudgetFacts {
  readonly scope?: "organization" | "bot"
  readonly level?: "warn" | "stop"
  readonly amountMicros?: number
  readonly spentMicros?: number
}

interface BudgetNews {
  readonly kind: NotificationKind
  readonly facts: Readonly<Record<string, string | number>>
  /** A path of the dashboard. */
  readonly link: string
  readonly subject: string
  readonly text: string
}

/** Says in words that a budget nears its end, or that it is used up. */
export function describeBudget(
  { scope = "bot", level = "warn", amountMicros = 0, spentMicros = 0 }: BudgetFacts,
  bot: { readonly id: string; readonly name: string },
  orgName: string,
): BudgetNews {
  const whose = scope === "bot" ? bot.name : orgName
  const percent = amountMicros === 0 ? 100 : Math.floor((100 * spentMicros) / amountMicros)
  const dollars = (amountMicros / 1e6).toFixed(2)
  const isStop = level === "stop"
  return {
    kind: isStop ? "budget_stopped" : "budget_warned",
    facts: { whose, bot: bot.name, percent, dollars },
    link: scope === "bot" ? `/bots/${bot.id}/models` : "/settings/models",
    subject: isStop
      ? `${whose}: the budget for models is used up`
      : `${whose}: ${percent} percent of the budget for models are used`,
    text: isStop
      ? `The budget of ${whose} for models, ${dollars} dollars a month, is used up. Models are not asked any more until the month ends or the budget grows; documents are still quoted.`
      : `Models have used ${percent} percent of the budget of ${whose}, ${dollars} dollars a month.`,
  }
}
