import { foldWord, splitWords } from "../words/split-words.ts"
import { noWords } from "../words/text-words.ts"
import type { AskedKind } from "./asked-kind.ts"
import { prepareChunk } from "./prepare-text.ts"
import { matchWord, type WeighedTerm } from "./score-passage.ts"
import { sentencesOf } from "./sentences-of.ts"

const anyNumber =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand|half|double|twice|once|every|daily|weekly|monthly|always|never|none|all|unlimited|um|uma|dois|duas|tres|dos|uno|una|deux|trois|zwei|drei|ein|eine)\b/i
const countingWord =
  /^(?:\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|once|twice|double|no|unlimited|um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta|dos|uno|una|cuatro|siete|ocho|nueve|diez|doce|veinte|treinta|deux|trois|quatre|cinq|sept|huit|neuf|dix|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn)$/
const signs: Readonly<Record<string, string>> = {
  "°": "degrees",
  "%": "percent",
  "€": "euros",
  $: "dollars",
  "£": "pounds",
}
const money =
  /[€$£¥]|\b(?:eur|euros?|usd|dollars?|dolares|gbp|pounds?|reais|pesos?|francs?|franken|kr|chf|cents?|centimos?|centavos?|gold|ouro|oro|coins?|moedas|monedas|free|gratis|gratuit[oae]?s?|kostenlos|costs?|priced?|custa|cuesta|coute|kostet)\b/
const amount = /\d|\b(?:free|gratis|gratuit|kostenlos|one|two|three|five|ten|twenty)/
const name =
  /(?<=[\p{Ll},;:] )\p{Lu}\p{Ll}+(?: (?:d[aeo]s? |von |van )?\p{Lu}\p{Ll}+)+|\b(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Prof|Doutora?|Doctora?)\b\.?/u
/** Which words count as counted by a number: so many before it, and so many behind. */
const reach = { before: 2, behind: 3 }
/** Below this, what is counted stands beside no number. Found by measuring. */
const leastCounted = 0.385

/** Whether texts have what a question asks for: a number, a price, a name. */
export function hasAskedKind(
  asks: AskedKind,
  terms: readonly WeighedTerm[],
  texts: readonly string[],
): boolean {
  if (asks.isPerson && !texts.some((text) => name.test(text))) return false
  if (asks.isPrice && !texts.some(hasPrice)) return false
  if (asks.isNumber && !texts.some((text) => hasNumber(terms, text))) return false
  const counted = terms.find(({ word }) => word === asks.counted)
  return counted === undefined || texts.some((text) => matchCounted(counted, text) >= leastCounted)
}

/** A name and a number that is asked for it have to stand in one sentence. */
function hasNumber(terms: readonly WeighedTerm[], text: string): boolean {
  const names = terms.filter((term) => term.isName)
  if (names.length === 0) return anyNumber.test(text)
  return sentencesOf(text).some((sentence) => {
    const isAbout = names.some(({ word }) => sentence.toLowerCase().includes(word))
    return isAbout && /\d/.test(sentence)
  })
}

function hasPrice(text: string): boolean {
  return sentencesOf(foldWord(text)).some(
    (sentence) => money.test(sentence) && amount.test(sentence),
  )
}

/** How well a counted word stands beside a number. Units: 0 to 1. */
function matchCounted(counted: WeighedTerm, text: string): number {
  const near = new Set<string>()
  const spelled = text.replace(/[°%€$£]/g, (sign) => ` ${signs[sign] ?? ""} `)
  for (const sentence of sentencesOf(spelled)) {
    const words = splitWords(sentence)
    words.forEach((word, at) => {
      if (!countingWord.test(word)) return
      const from = Math.max(0, at - reach.before)
      for (const each of words.slice(from, at + reach.behind + 1)) near.add(each)
    })
  }
  return matchWord(counted, prepareChunk({ text: [...near].join(" "), terms: [] }), noWords)
}
