import { foldWord } from "../words/split-words.ts"

/** What kind of thing a question asks for: a text without one of it is about the same things, and no answer. */
export interface AskedKind {
  /** How many, how much, how long: the answer has a number in it. */
  readonly isNumber: boolean
  /** The word of the question that is counted, folded; null when nothing is. */
  readonly counted: string | null
  /** What something costs: the answer has money in it. */
  readonly isPrice: boolean
  /** Who somebody is: the answer has a name in it. */
  readonly isPerson: boolean
}

const quantities =
  /\bhow (?:many|much|long|often|far|old|large|big|fast|high|tall)\b|\bquant[oa]s?\b|\bcuant[oa]s?\b|\bcombien\b|\bwie ?(?:viele?|lange|oft|gross|hoch|weit|schnell)\b/
const countedWord =
  /(?:\bhow many|\bquant[oa]s|\bcuant[oa]s|\bcombien (?:de |d['\u2019])|\bwie ?viele)\W+(?:more |other |of |the |de |mas |mais |outr[oa]s |otr[oa]s |weitere )*(\p{L}{3,})/u
const prices =
  /\b(?:prices?|costs?|custam?|precos?|cuestan?|precios?|coute|coutent|prix|kostet|kosten|preise?)\b/
const persons =
  /\bwho(?: is|'s|\u2019s) (?:the|your|our)\b|\bquem e [oa]\b|\bquien es (?:el|la)\b|\bqui est l[ea]?\b|\bwer ist (?:der|die)\b/

export function findAskedKind(question: string): AskedKind {
  const folded = foldWord(question)
  return {
    isNumber: quantities.test(folded),
    counted: countedWord.exec(folded)?.[1] ?? null,
    isPrice: prices.test(folded),
    isPerson: persons.test(folded),
  }
}
