/** Endings of Turkish words, without the dots that follow from the vowels before them. */
const endings = new Set(
  (
    "lar ler im um in un i u a e m n k z si su yi yu ya ye ni nu na ne nin nun miz muz imiz umuz niz nuz iniz unuz " +
    "da de ta te dan den tan ten nda nde ndan nden la le yla yle ca ce ki daki deki taki teki " +
    "lik luk li lu siz suz ci cu cik cuk das dir dur tir tur y s me ma mek mak meye maya iyor uyor yor mi mu " +
    "ar er ir ur r al di du ti tu dim dum dik duk tik tuk mis mus ecek acak eceg acag yecek yacak sa se sin sun " +
    "siniz sunuz yim yum yiz yuz iz uz il ul t en an yen yan digi dugu tigi tugu dig dug tig tug ip up yip yup " +
    "ken arak erek sem sam bil ebil abil yebil yabil mez maz ler lari leri is us ay ey"
  ).split(" "),
)
const longest = 5

/** Tells whether letters are nothing but endings, one behind the other. */
function isEnding(rest: string): boolean {
  const reached = new Array<boolean>(rest.length + 1).fill(false)
  reached[0] = true
  for (let at = 0; at < rest.length; at++)
    if (reached[at])
      for (let size = 1; size <= longest && at + size <= rest.length; size++)
        if (endings.has(rest.slice(at, at + size))) reached[at + size] = true
  return reached[rest.length] === true
}

/** What a root may have turned into before an ending that begins with a vowel. */
const softened: Readonly<Record<string, string>> = { b: "p", d: "t", g: "k" }
const negation = /^(?:miyor|muyor|mez|maz|medi|madi|meyin|mayin|memis|mamis|meyecek|mayacak)/

export interface TurkishRoot {
  readonly root: string
  /** The word says that it is not so: "istemiyorum". */
  readonly isNegated: boolean
}

/** Lists what a folded Turkish word may come from, the longest first: itself, and it without endings. */
export function turkishRoots(word: string): TurkishRoot[] {
  const roots: TurkishRoot[] = []
  for (let size = Math.min(word.length, 25); size >= 2; size--) {
    const root = word.slice(0, size)
    const rest = word.slice(size)
    if (!isEnding(rest)) continue
    const isNegated = negation.test(rest)
    roots.push({ root, isNegated })
    const hard = softened[root.at(-1) ?? ""]
    if (hard !== undefined && /^[aeiu]/.test(rest))
      roots.push({ root: root.slice(0, -1) + hard, isNegated })
    if (/^[iu]yor/.test(rest))
      roots.push({ root: `${root}e`, isNegated }, { root: `${root}a`, isNegated })
  }
  return roots
}

/** So much of an unknown word is compared: what follows is mostly endings. Units: letters. */
const rootChars = 5
export const shortenTurkish = (word: string): string => word.slice(0, rootChars)
