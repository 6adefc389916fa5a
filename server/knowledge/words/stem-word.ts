import type { Language } from "./split-words.ts"
import { stemEnglish } from "./stem-english.ts"

/** Endings of forms, folded; the longest that leaves enough of the word is taken off. */
const romance =
  "aremos eremos iremos ariamos eriamos iriamos assemos essemos abamos avamos iamos amos emos imos ariam eriam iriam arian erian irian assem essem issem aron ieron aram eram iram ando endo indo iendo yendo adas ados idas idos ada ado ida ido avam avan aban aria eria iria asse esse isse aste iste ava aba iam ian ias ia ara era ira are ere ire ar er ir ou eu iu io ei am em an en as es os is a e o i s"
const endings: Readonly<Record<Exclude<Language, "en">, readonly string[]>> = {
  pt: romance.split(" "),
  es: romance.split(" "),
  fr: "eraient issaient erions assions eront aient erait erais eriez erons issons issent issant erai eras eront ions iez ait ais ant ent ees ons era ez er ir ee es is it re e s x i a".split(
    " ",
  ),
  de: "ungen enden ender endes ung end est ten tet te en er em es et st e n s t".split(" "),
}
const leastChars = 3

/**
 * The forms a word may have been made from, the longest first: enough to find it in a list. The first of an
 * infinitive is what the list is kept by. The word is folded already.
 */
export function stemsOf(word: string, language: Language): string[] {
  if (language === "en") return [stemEnglish(word)]
  const plain =
    language === "de" ? word.replace(/^ge(?=.{4,}(?:t|en)$)/, "") : pluralOf(word, language)
  const cut = endings[language]
    .filter((ending) => plain.endsWith(ending) && plain.length - ending.length >= leastChars)
    .map((ending) => plain.slice(0, plain.length - ending.length))
  return [...new Set([plain, ...cut])].sort((a, b) => b.length - a.length)
}

/** What a word of the list is kept by: without the ending of an infinitive, a noun or an adjective. */
export function stemOfEntry(word: string, language: Language): string {
  if (language === "en") return stemEnglish(word)
  const ending = entryEndings[language].exec(word)?.[0] ?? ""
  return word.length - ending.length >= leastChars
    ? word.slice(0, word.length - ending.length)
    : word
}
const entryEndings = {
  pt: /(?:[aei]r|[aeo])$/,
  es: /(?:[aei]r|[aeo])$/,
  fr: /(?:er|ir|re|e)$/,
  de: /(?:en|e)$/,
}

function pluralOf(word: string, language: "pt" | "es" | "fr"): string {
  if (language === "fr") return word.replace(/(?<=..)aux$/, "al")
  // "corregirlo", "enviarme": a pronoun behind the infinitive.
  if (language === "es")
    word = word.replace(/(?<=..(?:[aei]r|ando|iendo))(?:me|te|se|l[oae]s?|nos)(?:l[oa]s?)?$/, "")
  if (language === "es") return word.replace(/(?<=..)ciones$/, "cion")
  return word
    .replace(/(?<=..)(?:oes|aes)$/, "ao")
    .replace(/(?<=..)ais$/, "al")
    .replace(/(?<=..)eis$/, "el")
}
