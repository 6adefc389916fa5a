import { readFileSync } from "node:fs"
import { foldWord, type Language, languages } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"
import { stemOfEntry, stemsOf } from "./stem-word.ts"

/** What words of other languages are in English, and which English words mean nearly the same. All by their stems. */
export interface Dictionary {
  /** English words for a word, folded and whole; none when it is not known. */
  translate(word: string, language: Exclude<Language, "en">): readonly string[]
  /** Whether an English word of this stem is in the list. */
  has(stem: string): boolean
  /** Stems of English words that mean nearly the same as this stem, itself left out. */
  synonyms(stem: string): readonly string[]
}

let loaded: Dictionary | null = null

/** Reads the list once. */
export function openDictionary(): Dictionary {
  loaded ??= parseDictionary(readFileSync(new URL("./everyday-words.txt", import.meta.url), "utf8"))
  return loaded
}

/** Shape of a row: `english,words|portuguese|spanish|french|german`. */
export function parseDictionary(text: string): Dictionary {
  const exact = new Map<string, string[]>()
  const stems = new Map<string, string[]>()
  const alike = new Map<string, Set<string>>()
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue
    const columns = line
      .split("|")
      .map((column) => column.split(",").map((word) => foldWord(word.trim())))
    const english = columns[0] ?? []
    joinAlike(alike, english.map(stemEnglish))
    languages.slice(1).forEach((language, at) => {
      for (const word of columns[at + 1] ?? []) {
        if (word === "" || word.includes(" ")) continue
        add(exact, `${language}:${word}`, english)
        add(stems, `${language}:${stemOfEntry(word, language)}`, english)
      }
    })
  }
  return {
    has: (stem) => alike.has(stem),
    translate: (word, language) => {
      const known = exact.get(`${language}:${word}`)
      if (known) return known
      for (const stem of stemsOf(word, language)) {
        const found = stems.get(`${language}:${stem}`)
        if (found) return found
      }
      return []
    },
    synonyms: (stem) => [...(alike.get(stem) ?? [])],
  }
}

function add(map: Map<string, string[]>, key: string, words: readonly string[]) {
  const known = map.get(key) ?? []
  map.set(key, [...new Set([...known, ...words])].slice(0, 8))
}

function joinAlike(alike: Map<string, Set<string>>, stems: readonly string[]) {
  for (const stem of stems) {
    const known = alike.get(stem) ?? new Set()
    for (const other of stems) if (other !== stem) known.add(other)
    alike.set(stem, known)
  }
}
