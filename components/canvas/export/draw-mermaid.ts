import type { FlowSheet } from "./flow-sheet.ts"

/** Writes a flow as a Mermaid flowchart: a box a card, an arrow a way. */
export function drawMermaid({ cards, ways }: FlowSheet): string {
  const names = new Map(cards.map(({ id }, index) => [id, `card${index + 1}`]))
  const boxes = cards.map(({ id, title, steps }) => {
    const lines = [`<b>${escapeText(title)}</b>`, ...steps.map(({ text }) => escapeText(text))]
    return `  ${names.get(id)}["${lines.join("<br/>")}"]`
  })
  const arrows = ways.map(({ from, to, label }) => {
    const middle = label === "" ? "-->" : `-->|"${escapeText(label)}"|`
    return `  ${names.get(from)} ${middle} ${names.get(to)}`
  })
  return `${["flowchart LR", ...boxes, ...arrows].join("\n")}\n`
}

/** Mermaid reads entities without the ampersand: `#quot;`. */
function escapeText(text: string): string {
  return text
    .replace(/#/g, "#35;")
    .replace(/&/g, "#amp;")
    .replace(/"/g, "#quot;")
    .replace(/</g, "#lt;")
    .replace(/>/g, "#gt;")
    .replace(/\s+/g, " ")
    .trim()
}
