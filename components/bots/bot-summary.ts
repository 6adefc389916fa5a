import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "#server/trpc/router.ts"
import type { StatusTone } from "../ui/status-dot.tsx"

/** A bot as the list shows it. */
export type BotSummary = inferRouterOutputs<AppRouter>["bots"]["list"][number]

/** Where a bot stands between being drawn and being talked to. */
export type BotStatus = "draft" | "live" | "changed"

/** A draft that moved on since it was published is "changed". */
export function statusOf(bot: BotSummary): BotStatus {
  if (bot.publishedVersion === null) return "draft"
  return bot.hasUnpublishedChanges ? "changed" : "live"
}

export const statusTones: Record<BotStatus, StatusTone> = {
  draft: "quiet",
  live: "good",
  changed: "waiting",
}
