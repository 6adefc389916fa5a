import { foldDateWord, numberWords } from "./date-words.ts"

/** Numbers beyond the few that dates are made of, in the languages people write in. */
const more: readonly (readonly [number, string])[] = [
  [13, "thirteen treze trece treize dreizehn"],
  [14, "fourteen quatorze catorze vierzehn"],
  [15, "fifteen quinze quince fünfzehn"],
  [16, "sixteen dezesseis dezasseis dieciséis seize sechzehn"],
  [17, "seventeen dezessete dezassete diecisiete siebzehn"],
  [18, "eighteen dezoito dieciocho achtzehn"],
  [19, "nineteen dezenove dezanove diecinueve neunzehn"],
  [21, "veintiuno veintiún veintiuna"],
  [22, "veintidós"],
  [23, "veintitrés"],
  [24, "veinticuatro"],
  [25, "veinticinco"],
  [26, "veintiséis"],
  [27, "veintisiete"],
  [28, "veintiocho"],
  [29, "veintinueve"],
  [30, "thirty trinta treinta trente dreißig otuz ثلاثون ثلاثين"],
  [40, "forty quarenta cuarenta quarante vierzig kırk أربعون أربعين"],
  [50, "fifty cinquenta cincuenta cinquante fünfzig elli خمسون خمسين"],
  [60, "sixty sessenta sesenta soixante sechzig altmış ستون ستين"],
  [70, "seventy setenta siebzig yetmiş سبعون سبعين"],
  [80, "eighty oitenta ochenta achtzig seksen ثمانون ثمانين"],
  [90, "ninety noventa neunzig doksan تسعون تسعين"],
  [100, "hundred cem cento cien ciento cent hundert einhundert yüz مئة مائة"],
  [200, "duzentos duzentas doscientos doscientas zweihundert مئتان مئتين"],
  [300, "trezentos trezentas trescientos trescientas dreihundert"],
  [400, "quatrocentos quatrocentas cuatrocientos cuatrocientas vierhundert"],
  [500, "quinhentos quinhentas quinientos quinientas fünfhundert"],
  [1000, "thousand mil mille tausend bin ألف"],
]
const values: ReadonlyMap<string, number> = new Map([
  ...numberWords,
  ...more.flatMap(([value, words]) =>
    words.split(" ").map((word): [string, number] => [foldDateWord(word), value]),
  ),
])
const joiners: ReadonlySet<string> = new Set("and e y et und ve و".split(" "))
/** Behind these the tens follow the ones: "fünfundzwanzig", "خمسة وعشرون". */
const turning: ReadonlySet<string> = new Set(["und", "و"])

/**
 * The number that words say together, such as "twenty-five", "vinte e cinco", "fünfundzwanzig", "three hundred"; null
 * when they say none, or more than one. The words are folded.
 */
export const readNumberWords = (words: readonly string[]): number | null => {
  const parts = words.flatMap((word) => word.split("-")).flatMap(splitJoined)
  const [first = "", last = ""] = [parts[0], parts.at(-1)]
  if (joiners.has(first) || joiners.has(last)) return null
  let total = 0
  let current = 0
  let before = ""
  for (const part of parts) {
    const isTurned = turning.has(before)
    before = part
    if (joiners.has(part)) continue
    const value = values.get(part)
    if (value === undefined) return null
    if (value === 1000) {
      total += (current || 1) * 1000
      current = 0
      continue
    }
    const next = addPart(current, value, isTurned)
    if (next === null) return null
    current = next
  }
  return total + current
}

const addPart = (current: number, value: number, isTurned: boolean): number | null => {
  if (current === 0) return value
  if (value === 100) return current < 10 ? current * 100 : null
  const rest = current % 100
  // "quatre-vingt" is four times twenty, and "soixante-dix" sixty and ten.
  if (rest === 4 && value === 20 && !isTurned) return current - 4 + 80
  if (rest === 0) return value < 100 ? current + value : null
  if ((rest === 60 || rest === 80) && value < 20) return current + value
  const isTens = value >= 20 && value < 100 && value % 10 === 0
  if (isTurned && rest < 10 && isTens) return current + value
  return rest >= 20 && rest % 10 === 0 && value < 10 ? current + value : null
}

/** "funfundzwanzig" is three words, and so is an Arabic word that begins with "and". */
const splitJoined = (word: string): string[] => {
  const [, ones, tens] = /^(\p{L}+?)und(\p{L}+ss?ig|\p{L}+zig)$/u.exec(word) ?? []
  if (ones !== undefined && tens !== undefined) return [ones === "ein" ? "eins" : ones, "und", tens]
  return word.length > 2 && word.startsWith("و") && values.has(word.slice(1))
    ? ["و", word.slice(1)]
    : [word.replace(/(?<=vingt|cent)s$/, "")]
}
