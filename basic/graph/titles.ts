/** Titles of groups and the labels that stand for them in the text. */
import type { Card } from "./cards.ts"
import type { Layout } from "./model.ts"

/** The title of a card: what a person called it, else its label in plain words, else "" and the screen says "Start". */
export const titleOf = (card: Card, layout: Layout): string =>
  layout.titles[card.id] ?? (card.label === null ? "" : titleFromLabel(card.label.name))

/** "ask_email" reads as "Ask email". */
export function titleFromLabel(label: string): string {
  const words = label.replaceAll("_", " ").trim().replace(/\s+/g, " ")
  return words === "" ? label : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Longest label made of a title. Units: UTF-16 code units. */
const maxLabelChars = 40

/** "Ask e-mail!" becomes "ask_e_mail". Letters of other scripts stay; accents of Latin ones go. */
export function labelFromTitle(title: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
  const slug = plain
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, maxLabelChars)
    .replace(/_+$/, "")
  if (slug === "") return "step"
  return /^\p{L}/u.test(slug) ? slug : `step_${slug}`
}
