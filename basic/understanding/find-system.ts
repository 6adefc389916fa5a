import type { HearContext } from "../hear/reader.ts"
import { readHour } from "../hear/readers/date.ts"
import { readEmail } from "../hear/readers/email.ts"
import { readMobile } from "../hear/readers/mobile.ts"
import { readMoney, readNumber } from "../hear/readers/number.ts"
import { readUrl } from "../hear/readers/url.ts"
import { currencyWords, unsureNumbers } from "./date-words.ts"
import type { FoundEntity, SystemKind } from "./entity.ts"
import { findDate } from "./find-date.ts"
import { readNumberWords } from "./read-number-words.ts"
import { readSpokenTime } from "./read-spoken-time.ts"
import { readPieces, type Token } from "./tokens.ts"

type Finder = (text: string, context: HearContext) => FoundEntity | null

/** The first window of words that a reader takes, the widest first. */
const findWindow =
  (
    widest: number,
    read: (words: string, window: readonly Token[]) => string | number | null,
  ): Finder =>
  (text) => {
    const pieces = readPieces(text)
    for (let count = Math.min(widest, pieces.length); count > 0; count--) {
      for (let at = 0; at + count <= pieces.length; at++) {
        const window = pieces.slice(at, at + count)
        const [first, last] = [window[0] as Token, window[count - 1] as Token]
        const value = read(text.slice(first.start, last.end), window)
        if (value !== null) return { value, start: first.start, end: last.end }
      }
    }
    return null
  }

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)
const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null)
const none: HearContext = {}

const findEmail = findWindow(1, (word) =>
  word.includes("@") ? textOf(readEmail(word, none)) : null,
)

const findUrl = findWindow(1, (word) =>
  /^https?:\/\/|^www\.|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]|$)/iu.test(word) &&
  !word.includes("@")
    ? textOf(readUrl(word, none))
    : null,
)

/** Portugal and Spain have nine digits: a telephone number where they stand in groups. */
const readIberian = (words: string): string | null =>
  /^[679]\d{2}(?:[ .-]\d{3}){2}$|^[679]\d{2}(?:[ .-]\d{2}){3}$/.test(words)
    ? words.replace(/\D/g, "")
    : null

/** Brackets and blanks stand inside a number, so it is looked for in the text as it is. */
const findPhone: Finder = (text) => {
  for (const match of text.matchAll(/(?:\+|00)?\(?\d[\d ().\-/]{5,38}\d/g)) {
    const value = textOf(readMobile(match[0], none)) ?? readIberian(match[0])
    if (value !== null) return { value, start: match.index, end: match.index + match[0].length }
  }
  return null
}

const findTime = findWindow(6, (words, window) => {
  const spoken = readSpokenTime(window.map(({ folded }) => folded).join(" "), words)
  if (spoken !== null || window.length > 3) return spoken
  const plain = words
    .toLowerCase()
    .replace(/\b(?:uhr|horas?|saat)\b/g, "h")
    .replace(/ +h/, "h")
  return /[:h]|[ap]\.?m\.?$/.test(plain) && /^\d/.test(plain) ? textOf(readHour(plain, none)) : null
})

const signs = /^(?:R\$|US\$|[$€£¥₺])|[$€£¥₺]$/u

/** A number alone is no money: a sign, a code or the name of a currency stands beside it. */
const findMoney = findWindow(6, (words, window) => {
  if (window.length > 2) return readSpokenMoney(window)
  if (signs.test(words.replaceAll(" ", "")))
    return numberOf(readMoney(words.replaceAll(" ", ""), none))
  const [one, other] = window
  if (one === undefined || other === undefined) return null
  if (currencyWords.has(other.folded)) return readFigure(one.folded)
  return currencyWords.has(one.folded) && /^\d/.test(other.folded) ? readFigure(other.folded) : null
})

const readSpokenMoney = (window: readonly Token[]): number | null => {
  const words = window.map(({ folded }) => folded)
  return currencyWords.has(words.at(-1) ?? "") ? readNumberWords(words.slice(0, -1)) : null
}

const readFigure = (word: string): number | null =>
  /\d/.test(word) ? numberOf(readMoney(word, none)) : readNumberWords([word])

/** "a table" says one in many languages, and means none. */
const findNumber = findWindow(6, (_words, window) => {
  if (window.length > 1) return readNumberWords(window.map(({ folded }) => folded))
  const word = window[0]?.folded ?? ""
  if (/^[+-]?\d/.test(word)) return numberOf(readNumber(word, none))
  return unsureNumbers.has(word) ? null : readNumberWords([word])
})

/** How each kind that every bot knows is found. */
export const systemFinders: Readonly<Record<SystemKind, Finder>> = {
  email: findEmail,
  url: findUrl,
  phone: findPhone,
  date: findDate,
  time: findTime,
  money: findMoney,
  number: findNumber,
}
