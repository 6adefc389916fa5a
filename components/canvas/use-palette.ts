"use client"

import { type Family, type PaletteEntry, paletteEntries } from "#basic"
import { useWords } from "./use-words.ts"

export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly family: Family
  readonly icon: string
  readonly statement: string
  readonly keyword: string
}
export interface PaletteSection {
  readonly family: Family
  readonly title: string
  readonly items: readonly PaletteItem[]
}

const order: readonly Family[] = ["say", "ask", "decide", "data", "ai", "connect", "people", "flow"]
const entries: readonly PaletteEntry[] = paletteEntries()

/** Whether one of the words begins or holds what was typed; nothing typed fits everything. */
export function fits(query: string, ...words: readonly string[]): boolean {
  const wanted = query.trim().toLowerCase()
  return wanted === "" || words.some((word) => word.toLowerCase().includes(wanted))
}

/** The steps to choose from, by family, that fit what was typed: in plain words or as a keyword. */
export function usePalette(query: string): readonly PaletteSection[] {
  const words = useWords()
  const items = entries.map((entry) => ({
    id: `${entry.titleKey} ${entry.keyword}`,
    title: words(entry.titleKey.replace(/^steps\./, "palette.")),
    family: entry.family,
    icon: entry.icon,
    statement: entry.snippet,
    keyword: entry.keyword,
  }))
  return order
    .map((family) => ({
      family,
      title: words(`palette.family_${family}`),
      items: items.filter(
        (item) => item.family === family && fits(query, item.title, item.keyword),
      ),
    }))
    .filter((section) => section.items.length > 0)
}

/** The same steps in one list; those whose words begin with what was typed come first. */
export function findItems(sections: readonly PaletteSection[], query: string): PaletteItem[] {
  const wanted = query.trim().toLowerCase()
  const found = sections
    .flatMap((section) => section.items)
    .filter((item) => fits(query, item.title, item.keyword))
  const isFirst = (item: PaletteItem) =>
    wanted !== "" &&
    (item.title.toLowerCase().startsWith(wanted) || item.keyword.toLowerCase() === wanted)
  return [...found.filter(isFirst), ...found.filter((item) => !isFirst(item))]
}
