import { type Assistant, AssistantProblem, checkName, putInto, takeFrom } from "./assistant.ts"

/** Scripts name the folder of a package: "docs.gbkb" is "docs". */
const nameOf = (given: string): string =>
  checkName("knowledge base", given.trim().replace(/\.gbkb$/i, ""))
const itself = (name: string): string => name

export function useKnowledge({ knowledge }: Assistant, given: string): void {
  putInto("knowledge base", knowledge, nameOf(given), itself)
}

/** Without a name, or with ALL, every one. True when something was active. */
export function clearKnowledge(assistant: Assistant, given: string | undefined): boolean {
  if (given !== undefined && given.trim().toUpperCase() !== "ALL")
    return takeFrom(assistant.knowledge, nameOf(given), itself)
  const hadSome = assistant.knowledge.length > 0
  assistant.knowledge = []
  return hadSome
}

/** "1d", "2 weeks" and their like; how often a site is read anew when a script does not say. */
const defaultRefresh = "1m"
const refreshPattern = /^\d{1,4}\s*(?:m|h|d|w|y|minutes?|hours?|days?|weeks?|months?|years?)$/i

/** A site that is used twice is read anew as often as either asks for. */
export function useWebsite({ websites }: Assistant, address: string, refresh?: string): void {
  const url = checkName("web site", address)
  if (!/^https?:\/\/\S+$/i.test(url))
    throw new AssistantProblem(
      "assistant.address_refused",
      `${JSON.stringify(url.slice(0, 80))} is not the address of a web site.`,
    )
  const given = refresh?.trim() || defaultRefresh
  if (!refreshPattern.test(given))
    throw new AssistantProblem(
      "assistant.word_unknown",
      `${JSON.stringify(given.slice(0, 40))} is not a time such as "1d" or "2 weeks".`,
    )
  const known = websites.find((site) => site.url === url)
  const isSooner = !known || daysOf(given) < daysOf(known.refresh)
  putInto(
    "web site",
    websites,
    { url, refresh: isSooner ? given : known.refresh },
    (site) => site.url,
  )
}

/** How often a site is read anew, in whole hours; at least one. */
export function refreshHoursOf(refresh: string | undefined): number {
  return Math.max(1, Math.min(24 * 365, Math.round(24 * daysOf(refresh?.trim() || defaultRefresh))))
}

/** `1m` is a month here: sites are not read every minute. */
function daysOf(refresh: string): number {
  const count = Number.parseInt(refresh, 10)
  const unit = refresh.replace(/[\d\s]/g, "").toLowerCase()
  if (unit.startsWith("minute")) return count / 1440
  if (unit.startsWith("h")) return count / 24
  if (unit.startsWith("d")) return count
  if (unit.startsWith("w")) return count * 7
  return unit.startsWith("y") ? count * 365 : count * 30
}
