import { printNumber } from "../format/print-number.ts"
import type { ChartPoint } from "./chart-points.ts"

/** The shapes a chart may have; "timeseries" is another word for "line". */
export const chartTypes = ["bar", "line", "pie", "donut"] as const
export type ChartType = (typeof chartTypes)[number]

const width = 640
const height = 360
const margin = { left: 60, right: 16, top: 16, bottom: 56 }
const colours = [
  "#2563eb",
  "#f59e0b",
  "#10b981",
  "#ef4444",
  "#8b5cf6",
  "#06b6d4",
  "#84cc16",
  "#ec4899",
]

/** Draws a chart as SVG text. Nothing a row holds becomes markup. */
export function drawChart(type: ChartType, points: readonly ChartPoint[]): string {
  const body =
    type === "bar" ? drawBars(points) : type === "line" ? drawLine(points) : drawPie(points, type)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="sans-serif" font-size="12"><rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`
  )
}

const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\P{C}\n\t]/gu, " ")
const round = (value: number): number => Math.round(value * 100) / 100
const colourAt = (index: number): string => colours[index % colours.length] ?? "#2563eb"

interface Scale {
  readonly top: number
  readonly bottom: number
  readonly yOf: (value: number) => number
}

function makeScale(points: readonly ChartPoint[]): Scale {
  const values = points.map(({ value }) => value)
  const top = values.reduce((most, value) => Math.max(most, value), 0)
  const bottom = values.reduce((least, value) => Math.min(least, value), 0)
  const span = top - bottom || 1
  const room = height - margin.top - margin.bottom
  return { top, bottom, yOf: (value) => round(margin.top + ((top - value) / span) * room) }
}

function drawAxes({ top, bottom, yOf }: Scale): string {
  return [0, 1, 2, 3, 4]
    .map((step) => {
      const value = bottom + ((top - bottom || 1) * step) / 4
      const y = yOf(value)
      return (
        `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y}" y2="${y}" stroke="#e5e7eb"/>` +
        `<text x="${margin.left - 8}" y="${y + 4}" text-anchor="end" fill="#374151">${printNumber(round(value))}</text>`
      )
    })
    .join("")
}

/** Labels stand under every so many points, so that they do not cover each other. */
function drawLabels(points: readonly ChartPoint[], xOf: (index: number) => number): string {
  const every = Math.ceil(points.length / 12)
  return points
    .map(({ label }, index) =>
      index % every === 0
        ? `<text x="${round(xOf(index))}" y="${height - margin.bottom + 18}" text-anchor="middle" fill="#374151">${escapeXml(label.slice(0, 14))}</text>`
        : "",
    )
    .join("")
}

function drawBars(points: readonly ChartPoint[]): string {
  const scale = makeScale(points)
  const slot = (width - margin.left - margin.right) / (points.length || 1)
  const zero = scale.yOf(0)
  const bars = points.map(({ value }, index) => {
    const y = scale.yOf(value)
    const x = round(margin.left + index * slot + slot * 0.15)
    return `<rect x="${x}" y="${Math.min(y, zero)}" width="${round(slot * 0.7)}" height="${round(Math.abs(zero - y))}" fill="${colourAt(0)}"/>`
  })
  return (
    drawAxes(scale) +
    bars.join("") +
    drawLabels(points, (index) => margin.left + (index + 0.5) * slot)
  )
}

function drawLine(points: readonly ChartPoint[]): string {
  const scale = makeScale(points)
  const room = width - margin.left - margin.right
  const xOf = (index: number): number =>
    margin.left + (points.length < 2 ? room / 2 : (index * room) / (points.length - 1))
  const path = points
    .map(({ value }, index) => `${round(xOf(index))},${scale.yOf(value)}`)
    .join(" ")
  return `${drawAxes(scale)}<polyline points="${path}" fill="none" stroke="${colourAt(0)}" stroke-width="2"/>${drawLabels(points, xOf)}`
}

function drawPie(points: readonly ChartPoint[], type: "pie" | "donut"): string {
  const shown = points.filter(({ value }) => value > 0).slice(0, 24)
  const sum = shown.reduce((total, { value }) => total + value, 0) || 1
  const [x, y, radius] = [180, height / 2, 140]
  let angle = -Math.PI / 2
  const slices = shown.map(({ value }, index) => {
    const turn = Math.min((value / sum) * 2 * Math.PI, 2 * Math.PI - 1e-4)
    const [fromX, fromY] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    angle += turn
    const [toX, toY] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    const large = turn > Math.PI ? 1 : 0
    return `<path d="M${x} ${y} L${round(fromX)} ${round(fromY)} A${radius} ${radius} 0 ${large} 1 ${round(toX)} ${round(toY)} Z" fill="${colourAt(index)}" stroke="#fff"/>`
  })
  const hole =
    type === "donut" ? `<circle cx="${x}" cy="${y}" r="${radius * 0.55}" fill="#fff"/>` : ""
  const legend = shown.slice(0, 14).map(({ label, value }, index) => {
    const top = 30 + index * 22
    return (
      `<rect x="360" y="${top}" width="12" height="12" fill="${colourAt(index)}"/>` +
      `<text x="380" y="${top + 11}" fill="#374151">${escapeXml(label)} (${printNumber(round((value / sum) * 100))} %)</text>`
    )
  })
  return slices.join("") + hole + legend.join("")
}
