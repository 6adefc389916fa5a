/** Gives a group another title. The label follows, everywhere the flow names it. */
import type { Card } from "../cards.ts"
import type { Gesture } from "../model.ts"
import { sameLabel } from "../targets.ts"
import { labelFromTitle, titleFromLabel } from "../titles.ts"
import { type Draft, revise } from "./draft.ts"
import { flowNameOf, freeLabel, isLabel, listLabelUses } from "./labels.ts"
import { type Done, requireCard } from "./outcome.ts"

export function renameGroup(
  draft: Draft,
  { groupId, title }: Extract<Gesture, { kind: "renameGroup" }>,
): Done {
  const card = requireCard(draft, groupId)
  const words = title.replace(/\s+/g, " ").trim()
  const { draft: renamed, label } = renameLabel(draft, card, words)
  return { draft: withTitle(renamed, groupId, words, label), focusGroupId: groupId }
}

function renameLabel(
  draft: Draft,
  card: Card,
  title: string,
): { draft: Draft; label: string | null } {
  if (card.label === null) return { draft, label: null }
  const old = card.label.name
  if (title === "" || isLabelOf(old, title)) return { draft, label: old }
  const flow = flowNameOf(draft, card.flowId)
  const label = freeLabel(draft, flow, title)
  const edits = listLabelUses(draft, flow)
    .filter((use) => sameLabel(use.label, old))
    .map(({ id, statement, span }) => ({
      span,
      text: label,
      carries: span.start === statement.span.start ? [{ start: 0, end: 1, ids: [id] }] : [],
    }))
  return { draft: revise(draft, edits), label }
}

/** "Ask e-mail" needs no other label than `ask_e_mail`, nor than `ask_e_mail_2` when that was free. */
function isLabelOf(label: string, title: string): boolean {
  const slug = labelFromTitle(title)
  const base = isLabel(slug) ? slug : `${slug}_step`
  const rest = label.toLowerCase().startsWith(base) ? label.slice(base.length) : null
  return rest !== null && /^(_\d+)?$/.test(rest)
}

function withTitle(draft: Draft, groupId: string, title: string, label: string | null): Draft {
  const titles = Object.fromEntries(
    Object.entries(draft.layout.titles).filter(([id]) => id !== groupId),
  )
  const isPlain = title === "" || (label !== null && titleFromLabel(label) === title)
  const kept = isPlain ? titles : { ...titles, [groupId]: title }
  return { ...draft, layout: { ...draft.layout, titles: kept } }
}
