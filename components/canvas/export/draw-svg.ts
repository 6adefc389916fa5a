import { drawWay, routeWay } from "../way-route.ts"
import type { FlowSheet, SheetCard, SheetStep } from "./flow-sheet.ts"

/** What a picture is drawn with; any CSS colour. */
export interface SheetColors {
  readonly paper: string
  readonly card: string
  readonly line: string
  readonly text: string
  readonly muted: string
  readonly way: string
  /** By family of steps. */
  readonly family: (family: string) => string
}

const width = 300
const margin = 48
const font = "Figtree, system-ui, sans-serif"
const charsPerLine = 40
const lineHeight = 17
const headHeight = 40
const outletHeight = 24

interface PlacedStep {
  readonly step: SheetStep
  readonly lines: readonly string[]
  readonly top: number
  readonly height: number
}
interface PlacedCard {
  readonly card: SheetCard
  readonly steps: readonly PlacedStep[]
  readonly height: number
}

/**
 * Draws a flow as an SVG of its own: no styles, fonts or pictures from elsewhere.
 *
 * Shape: a document of at least one pixel; its size is that of the flow at 100 %.
 */
export function drawSvg(sheet: FlowSheet, colors: SheetColors): string {
  const cards = sheet.cards.map(placeCard)
  const left = Math.min(0, ...cards.map(({ card }) => card.x)) - margin
  const top = Math.min(0, ...cards.map(({ card }) => card.y)) - margin
  const right = Math.max(0, ...cards.map(({ card }) => card.x + width)) + margin
  const bottom = Math.max(0, ...cards.map(({ card, height }) => card.y + height)) + margin
  const size = `width="${right - left}" height="${bottom - top}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${left} ${top} ${right - left} ${bottom - top}" font-family="${font}" font-size="13">`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colors.way}"/></marker></defs>`,
    `<rect x="${left}" y="${top}" ${size} fill="${colors.paper}"/>`,
    ...cards.map((card) => drawCard(card, colors)),
    ...drawWays(sheet, cards, colors),
    "</svg>",
  ].join("\n")
}

function placeCard(card: SheetCard): PlacedCard {
  let top = headHeight
  const steps = card.steps.map((step) => {
    const lines = wrap(step.text)
    const height = 18 + lines.length * lineHeight + step.outlets.length * outletHeight
    const placed = { step, lines, top, height }
    top += height + 6
    return placed
  })
  return { card, steps, height: top + 10 }
}

function drawCard({ card, steps, height }: PlacedCard, colors: SheetColors): string {
  const { x, y, title } = card
  const rows = steps.map(({ step, lines, top, height: stepHeight }) => {
    const at = y + top
    const texts = lines.map((line, index) => drawText(line, x + 24, at + 20 + index * lineHeight))
    const outlets = step.outlets.map(({ label }, index) => {
      const line = at + 18 + lines.length * lineHeight + index * outletHeight + 10
      return `<text x="${x + width - 18}" y="${line}" text-anchor="end" fill="${colors.muted}" font-size="12">${escapeXml(label)}</text>`
    })
    return [
      `<rect x="${x + 8}" y="${at}" width="${width - 16}" height="${stepHeight}" rx="8" fill="none" stroke="${colors.line}"/>`,
      `<rect x="${x + 8}" y="${at + 4}" width="3" height="${stepHeight - 8}" rx="1.5" fill="${colors.family(step.family)}"/>`,
      `<g fill="${colors.text}">${texts.join("")}</g>`,
      ...outlets,
    ].join("")
  })
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${colors.card}" stroke="${colors.line}"/>`,
    `<text x="${x + 16}" y="${y + 26}" font-weight="600" fill="${colors.text}">${escapeXml(title)}</text>`,
    ...rows,
  ].join("\n")
}

function drawWays(
  { ways }: FlowSheet,
  cards: readonly PlacedCard[],
  colors: SheetColors,
): string[] {
  const boxes = cards.map(({ card: { id, x, y }, height }) => ({ id, x, y, width, height }))
  const placed = new Map(cards.map((card) => [card.card.id, card]))
  const lanes = new Map<string, number>()
  return ways.flatMap(({ from, to, outlet }) => {
    const [start, end] = [placed.get(from), placed.get(to)]
    if (!start || !end) return []
    const lane = lanes.get(from) ?? 0
    lanes.set(from, lane + 1)
    const way = routeWay(
      {
        from: { x: start.card.x + width, y: start.card.y + leavesAt(start, outlet) },
        to: { x: end.card.x, y: end.card.y + 21 },
        ...{ fromId: from, toId: to, lane, arrival: cards.indexOf(end) },
      },
      boxes,
    )
    return [
      `<path d="${drawWay(way)}" fill="none" stroke="${colors.way}" stroke-width="1.5" marker-end="url(#tip)"/>`,
    ]
  })
}

/** How far below the top of its card a way begins. */
function leavesAt(
  { steps, height }: PlacedCard,
  outlet: { step: number; key: string } | null,
): number {
  const placed = outlet && steps[outlet.step]
  if (!placed) return height - 16
  const index = placed.step.outlets.findIndex(({ key }) => key === outlet.key)
  return placed.top + 14 + placed.lines.length * lineHeight + index * outletHeight + 10
}

const drawText = (text: string, x: number, y: number): string =>
  `<text x="${x}" y="${y}">${escapeXml(text)}</text>`

/** Cuts a text into lines of about the card's width, at most four. */
function wrap(text: string): string[] {
  const lines = [""]
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const line = lines.at(-1) ?? ""
    const joined = line === "" ? word : `${line} ${word}`
    if (joined.length <= charsPerLine || line === "") lines[lines.length - 1] = joined
    else lines.push(word)
  }
  const shown = lines.slice(0, 4).map((line) => clip(line))
  if (lines.length > 4) shown[3] = `${(shown[3] ?? "").slice(0, charsPerLine - 2)} …`
  return shown
}

const clip = (line: string): string =>
  line.length <= charsPerLine + 4 ? line : `${line.slice(0, charsPerLine + 3)}…`

const escapeXml = (text: string): string =>
  text.replace(/\p{Cc}/gu, " ").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
