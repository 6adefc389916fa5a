/**
 * Turkish and Arabic, which the tables of knowledge do not know: their words are brought to English by a table of
 * everyday words and by what their grammar puts before and behind a word.
 */
import { readFileSync } from "node:fs"
import { functionWordOf } from "#server/knowledge/words/function-words.ts"
import { foldWord } from "#server/knowledge/words/split-words.ts"
import { arabicRoots, normalizeArabic, shortenArabic } from "./stem-arabic.ts"
import { shortenTurkish, turkishRoots } from "./stem-turkish.ts"

export type FurtherLanguage = "tr" | "ar"

type Table = ReadonlyMap<string, string>
let tables: Readonly<Record<FurtherLanguage, Table>> | null = null

/** Reads the table once. */
function openTables(): Readonly<Record<FurtherLanguage, Table>> {
  if (tables !== null) return tables
  const [tr, ar] = [new Map<string, string>(), new Map<string, string>()]
  const text = readFileSync(new URL("./turkish-arabic-words.txt", import.meta.url), "utf8")
  for (const line of text.split("\n")) {
    const [english = "", turkish = "", arabic = ""] = line.split("|")
    if (line.startsWith("#") || english === "") continue
    for (const word of turkish.split(","))
      keep(tr, normalizeLetters(word.replace(/-$/, "")), english)
    for (const word of arabic.split(",")) keep(ar, normalizeLetters(word), english)
  }
  tables = { tr, ar }
  return tables
}

function keep(table: Map<string, string>, word: string, english: string) {
  if (word !== "" && !table.has(word)) table.set(word, english)
}

/** Letters that are one for whoever types in a hurry: a dotless i, forms of alef, marks of vowels. */
export const normalizeLetters = (text: string): string =>
  normalizeArabic(foldWord(text).replaceAll("ı", "i"))

/** Says whether a text is in one of these languages. Turkish without its own letters shows by its words. */
export function findFurther(text: string, words: readonly string[]): FurtherLanguage | null {
  const arabic = (text.match(/\p{Script=Arabic}/gu) ?? []).length
  if (arabic * 2 > (text.match(/\p{L}/gu) ?? []).length) return "ar"
  if (/[ğışĞİŞ]/.test(text)) return "tr"
  if (words.length === 0 || words.some((word) => functionWordOf(word).length > 0)) return null
  const known = words.filter((word) => word.length > 3 && lookUp(word, "tr") !== null)
  return known.length * 2 >= words.length ? "tr" : null
}

/** The English of folded words, as far as the table goes, and what the others are compared by. */
export function readFurther(words: readonly string[], language: FurtherLanguage) {
  const english: string[] = []
  const terms: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = normalizeLetters(words[at] ?? "")
    const next = normalizeLetters(words[at + 1] ?? "")
    const pair = next === "" ? null : lookUp(next, language, word)
    const found = pair ?? lookUp(word, language)
    if (pair !== null) at++
    if (found !== null) english.push(...found)
    else if (!particles.has(word)) terms.push(shorten(word, language))
  }
  return { english, terms }
}

/** They ask or join and say nothing of the subject. */
const particles = new Set(
  "mi mu musunuz misiniz misin ve ile icin bir bu su o da de ki ya cok hic هل و او في من الى علي عن ان انه هذا هذه ذلك التي الذي قد سوف ثم مع يا هو هي"
    .split(" ")
    .map(normalizeLetters),
)

const shorten = (word: string, language: FurtherLanguage): string =>
  language === "tr" ? shortenTurkish(word) : shortenArabic(word)

/** `first`: the word before, for what is said in two words. */
function lookUp(word: string, language: FurtherLanguage, first?: string): string[] | null {
  const table = openTables()[language]
  const begin = first === undefined ? "" : `${first} `
  if (language === "ar") {
    const root = arabicRoots(word).find((each) => table.has(begin + each))
    return root === undefined ? null : [table.get(begin + root) ?? ""]
  }
  const root = turkishRoots(word).find((each) => table.has(begin + each.root))
  if (root === undefined) return null
  return [...(root.isNegated ? ["not"] : []), table.get(begin + root.root) ?? ""]
}
