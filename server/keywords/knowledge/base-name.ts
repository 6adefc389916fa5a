import { EffectFailed, type Step } from "../step.ts"

/** Scripts name the folder of a package: "docs.gbkb" is "docs". */
export const baseNameOf = (given: string): string => given.trim().replace(/\.gbkb$/i, "")

/** The names of the bases this conversation works with: those that were activated, and its web sites; none for all. */
export function activeBases({ assistant }: Pick<Step, "assistant">): string[] {
  return [...assistant.knowledge, ...assistant.websites.map(({ url }) => siteBaseOf(url))]
}

/** A site's pages are a base of its own, named by its host. */
export const siteBaseOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** The base a document goes to when the script names none. Throws: EffectFailed "knowledge.base_not_found". */
export function chooseBase(given: string | undefined, step: Pick<Step, "assistant">): string {
  const name = baseNameOf(given ?? step.assistant.knowledge.at(-1) ?? "")
  if (name !== "" && name.length <= 80) return name
  throw new EffectFailed(
    "knowledge.base_not_found",
    "No knowledge base is active. Name one, or activate one with USE KB before.",
  )
}
