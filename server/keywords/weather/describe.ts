import type { Json } from "#basic/vm/value.ts"
import type { WeatherAnswer } from "./ask-weather.ts"

/** "Lisbon: light rain, 17 °C, humidity 80 %, wind 5 m/s". What the service leaves out is left out. */
export function describeNow(answer: WeatherAnswer): string {
  const main = memberOf(answer, "main")
  const parts = [
    wordsOf(answer),
    withUnit(main.temp, " °C"),
    labelled("humidity", main.humidity, " %"),
    labelled("wind", memberOf(answer, "wind").speed, " m/s"),
  ].filter((part) => part !== "")
  return `${textOf(answer.name)}: ${parts.join(", ")}`
}

/** A line for each day: "2025-03-01: 9 to 17 °C, light rain". */
export function describeDays(answer: WeatherAnswer, dayCount: number): string {
  const days = new Map<string, { temps: number[]; words: string[] }>()
  for (const entry of Array.isArray(answer.list) ? answer.list : []) {
    const at = asObject(entry)
    const date = textOf(at.dt_txt).slice(0, 10)
    if (date === "") continue
    const day = days.get(date) ?? { temps: [], words: [] }
    const { temp } = memberOf(at, "main")
    if (typeof temp === "number") day.temps.push(temp)
    day.words.push(wordsOf(at))
    days.set(date, day)
  }
  const lines = [...days].slice(0, dayCount).map(([date, { temps, words }]) => {
    const range =
      temps.length === 0
        ? ""
        : `${Math.round(Math.min(...temps))} to ${Math.round(Math.max(...temps))} °C, `
    return `${date}: ${range}${mostFrequent(words)}`
  })
  return [textOf(memberOf(answer, "city").name), ...lines].filter((line) => line !== "").join("\n")
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ""
}

const wordsOf = (answer: WeatherAnswer): string => {
  const [first] = Array.isArray(answer.weather) ? answer.weather : []
  return textOf(asObject(first ?? null).description)
}

const withUnit = (value: Json | undefined, unit: string): string =>
  typeof value === "number" ? `${Math.round(value)}${unit}` : ""
const labelled = (label: string, value: Json | undefined, unit: string): string =>
  typeof value === "number" ? `${label} ${Math.round(value)}${unit}` : ""
const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "")
const asObject = (value: Json): WeatherAnswer =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
const memberOf = (answer: WeatherAnswer, name: string): WeatherAnswer =>
  asObject(answer[name] ?? null)
