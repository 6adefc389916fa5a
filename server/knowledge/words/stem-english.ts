/** Forms that no rule leads back. */
const irregular = new Map(
  [
    "arise:arose,arisen beat:beaten become:became begin:began,begun bend:bent bite:bitten bleed:bled blow:blew,blown break:broke,broken",
    "bring:brought build:built burn:burnt buy:bought catch:caught choose:chose,chosen come:came cost:costs creep:crept deal:dealt dig:dug",
    "do:did,done,does draw:drew,drawn drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt fight:fought",
    "find:found flee:fled fly:flew,flown forbid:forbade,forbidden forget:forgot,forgotten freeze:froze,frozen get:got,gotten give:gave,given",
    "go:went,gone grow:grew,grown hang:hung have:has,had hear:heard hide:hid,hidden hold:held keep:kept know:knew,known lay:laid lead:led",
    "leave:left lend:lent lie:lain light:lit lose:lost make:made mean:meant meet:met pay:paid ride:rode,ridden ring:rang,rung rise:rose,risen",
    "run:ran say:said see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shine:shone shoot:shot show:shown shrink:shrank,shrunk",
    "sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken spend:spent spin:spun spread:spreads stand:stood steal:stole,stolen",
    "stick:stuck sting:stung strike:struck,stricken swear:swore,sworn sweep:swept swim:swam,swum take:took,taken teach:taught tear:tore,torn tell:told",
    "think:thought throw:threw,thrown understand:understood wake:woke,woken wear:wore,worn win:won write:wrote,written be:is,are,was,were,been,am",
    "child:children man:men woman:women foot:feet tooth:teeth mouse:mice person:people leaf:leaves life:lives knife:knives half:halves good:better,best bad:worse,worst",
  ]
    .join(" ")
    .split(" ")
    .flatMap((entry) => {
      const [base = "", forms = ""] = entry.split(":")
      return forms.split(",").map((form): [string, string] => [form, base])
    }),
)

/** Words that are spelled in two ways by no rule. */
const spellings = new Map(
  "licence:license defence:defense offence:offense pretence:pretense centre:center metre:meter litre:liter theatre:theater fibre:fiber catalogue:catalog dialogue:dialog programme:program grey:gray storey:story kerb:curb tyre:tire aluminium:aluminum jewellery:jewelry enrol:enroll fulfil:fulfill instalment:installment skilful:skillful"
    .split(" ")
    .flatMap((entry): [string, string][] => {
      const [british = "", american = ""] = entry.split(":")
      return [
        [british, american],
        [`${british}s`, `${american}s`],
      ]
    }),
)

/** "organised" is "organized", "colours" is "colors", "cancelled" is "canceled": one stem for both. */
function spellAmerican(word: string): string {
  const listed = spellings.get(word)
  if (listed !== undefined) return listed
  return word
    .replace(/(?<=..[a-z])is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, "iz")
    .replace(/(?<=[a-z]ly)s(?=(?:e|ed|es|er|ing)$)/, "z")
    .replace(/(?<=..[a-z])our(?=(?:s|ed|ing|able|ite|ites|al)?$)/, "or")
    .replace(
      /(?<=^(?:travel|cancel|model|label|level|signal|total|fuel|channel))l(?=(?:ed|ing|er|ers)$)/,
      "",
    )
}

/**
 * Brings the forms of an English word to one: "attacks", "attacked" and "attacking" are "attack".
 *
 * Source: M. F. Porter, "An algorithm for suffix stripping" (1980), with a table of irregular forms before it.
 */
export function stemEnglish(given: string): string {
  const before = known.get(given)
  if (before !== undefined) return before
  if (known.size >= mostKnown) known.clear()
  const stem = findStem(given)
  known.set(given, stem)
  return stem
}

/** Words come again from text to text: a question looks at ten thousand. */
const known = new Map<string, string>()
const mostKnown = 50_000

function findStem(given: string): string {
  let word = spellAmerican(irregular.get(given) ?? given)
  if (word.length <= 3 || /\d/.test(word)) return word.length === 3 ? word : word
  word = stepPlural(word)
  word = stepPast(word)
  word = word.replace(/([aeiouy].*)y$/, "$1i")
  word = replaceLongest(word, doubles, 0)
  word = replaceLongest(word, singles, 0)
  word = replaceLongest(word, ends, 1)
  if (
    word.endsWith("e") &&
    (measure(word.slice(0, -1)) > 1 ||
      (measure(word.slice(0, -1)) === 1 && !isShort(word.slice(0, -1))))
  )
    word = word.slice(0, -1)
  return measure(word) > 1 && word.endsWith("ll") ? word.slice(0, -1) : word
}

const isVowelAt = (word: string, at: number): boolean => {
  const letter = word[at] ?? ""
  return "aeiou".includes(letter) || (letter === "y" && at > 0 && !isVowelAt(word, at - 1))
}

/** How often vowels are followed by consonants. */
function measure(word: string): number {
  let count = 0
  let wasVowel = false
  for (let at = 0; at < word.length; at++) {
    const isVowel = isVowelAt(word, at)
    if (wasVowel && !isVowel) count++
    wasVowel = isVowel
  }
  return count
}

const hasVowel = (word: string): boolean => Array.from(word).some((_, at) => isVowelAt(word, at))

/** Consonant, vowel, consonant at the end, the last none of w, x, y. */
function isShort(word: string): boolean {
  const at = word.length - 1
  return (
    at >= 2 &&
    !isVowelAt(word, at) &&
    isVowelAt(word, at - 1) &&
    !isVowelAt(word, at - 2) &&
    !/[wxy]$/.test(word)
  )
}

function stepPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2)
  if (word.endsWith("ies")) return word.slice(0, -2)
  if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word
  return word.endsWith("s") ? word.slice(0, -1) : word
}

function stepPast(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = word.endsWith("ed")
    ? word.slice(0, -2)
    : word.endsWith("ing")
      ? word.slice(0, -3)
      : null
  if (stem === null || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && isShort(stem) ? `${stem}e` : stem
}

type Rules = readonly (readonly [string, string])[]
const pairs = (text: string): Rules =>
  text.split(" ").map((pair): [string, string] => {
    const [from = "", to = ""] = pair.split(":")
    return [from, to]
  })
const doubles = pairs(
  "ational:ate ization:ize fulness:ful ousness:ous iveness:ive tional:tion biliti:ble entli:ent ousli:ous ation:ate alism:al aliti:al iviti:ive enci:ence anci:ance izer:ize abli:able alli:al ator:ate eli:e",
)
const singles = pairs("icate:ic ative: alize:al iciti:ic ical:ic ness: ful:")
const ends = pairs(
  "ement: ance: ence: able: ible: ment: sion:s tion:t ant: ent: ism: ate: iti: ous: ive: ize: al: er: ic: ou:",
)

function replaceLongest(word: string, rules: Rules, least: number): string {
  for (const [from, to] of rules) {
    if (!word.endsWith(from)) continue
    const stem = word.slice(0, word.length - from.length)
    return measure(stem) > least ? stem + to : word
  }
  return word
}
