"use client"

import { type Family, type PaletteEntry, paletteEntries } from "#basic"
import { useWords } from "./use-words.ts"

export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly family: Family
  readonly icon: string
  readonly statement: string
}
export interface PaletteSection {
  readonly family: Family
  readonly title: string
  readonly items: readonly PaletteItem[]
}

const order: readonly Family[] = ["say", "ask", "decide", "data", "ai", "connect", "people", "flow"]
const entries: readonly PaletteEntry[] = paletteEntries()

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
  const wanted = query.trim().toLowerCase()
  const fits = (item: (typeof items)[number]) =>
    wanted === "" ||
    item.title.toLowerCase().includes(wanted) ||
    item.keyword.toLowerCase().includes(wanted)
  return order
    .map((family) => ({
      family,
      title: words(`palette.family_${family}`),
      items: items.filter((item) => item.family === family && fits(item)),
    }))
    .filter((section) => section.items.length > 0)
}
