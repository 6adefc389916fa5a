import { foldWord } from "./split-words.ts"
import { openWordVectors } from "./word-vectors.ts"

/** Endings that came to English from the same words, folded: what stands before the sign becomes what stands after it. */
const endings = [
  "aciones>ation iciones>ition ciones>tion siones>sion acoes>ation icoes>ition coes>tion soes>sion acao>ation icao>ition cao>tion sao>sion acion>ation cion>tion sion>sion",
  "amente>ly,ally mente>ly idades>ity idade>ity idades>ity idad>ity dade>ty dad>ty tes>ty te>ty ancia>ance,ancy encia>ence,ency ancias>ance encias>ence",
  "icos>ic,ical icas>ic,ical,ics ico>ic,ical ica>ic,ical,ics ique>ic,ical osos>ous osas>ous oso>ous osa>ous eux>ous aveis>able iveis>ible avel>able ivel>ible ables>able ibles>ible",
  "ais>al ales>al eis>el ivos>ive ivas>ive ivo>ive iva>ive if>ive arios>ary,ar arias>ary ario>ary,ar aria>ary aire>ary orios>ory orio>ory oria>ory oire>ory istas>ist ista>ist ismos>ism ismo>ism",
  "uras>ure ura>ure izar>ize,ise iser>ize,ise izacao>ization izacion>ization ores>or or>or eur>or,er adores>ator ador>ator,er ificar>ify ifier>ify logias>logy logia>logy grafias>graphy grafia>graphy ias>y ia>y",
  "ados>ate,ated,ed adas>ate,ated,ed ado>ate,ated,ed ada>ate,ated,ed idos>ed ido>ed ar>,e,ate er>,e ir>,e entos>ent ento>ent antes>ant ante>ant entes>ent ente>ent os>,e,us as>,e o>,e,us a>,e e>,e s>",
]
  .join(" ")
  .split(" ")
  .map((entry): readonly [string, readonly string[]] => {
    const [from = "", to = ""] = entry.split(">")
    return [from, to.split(",")]
  })
  .sort((a, b) => b[0].length - a[0].length)

/** Words that look alike and mean something else. */
const falseFriends = new Set(
  "actual asistir assistir carpeta carta cartas compromiso compromisso contestar costume costumbre embarazada exito exquisito largo larga librairie libreria livraria lectura leitura noticia noticias nota parente parientes pretender pretendre puxar quitar realizar recordar ropa sensible sensivel soportar suceder suporte tasa taxa tarjeta tormenta vaso rato mesa sopa pasta facil pie pan once red sin dote data este mayor menor mano jornada journee location coin chair pain main four sale gift rat brief bald fast also gut rock wand".split(
    " ",
  ),
)
const leastChars = 5
/** Rarer words are too often alike by chance. */
const mostRank = 25_000

/** English words that a word of a Romance language is a form of, by its ending: "migración" is "migration". None when nothing fits. */
export function findCognates(word: string): readonly string[] {
  const folded = foldWord(word)
  if (folded.length < leastChars || falseFriends.has(folded)) return []
  for (const spelled of spellings(folded)) {
    for (const [from, to] of endings) {
      if (!spelled.endsWith(from)) continue
      const start = spelled.slice(0, spelled.length - from.length)
      if (start.length < 3) continue
      const found = to.map((end) => start + end).filter(isKnown)
      if (found.length > 0) return found.slice(0, 2)
    }
    if (isKnown(spelled)) return [spelled]
  }
  return []
}

/** How English writes the same sounds: "estación" begins as "station", "fotografía" as "photograph". */
function spellings(word: string): string[] {
  const others = [
    word.replace(/^es(?=[ptc])/, "s"),
    word.replace(/f/g, "ph"),
    word.replace(/^in(?=[bpm])/, "im"),
    word.replace(/(?<=[aeiou])([clmnprst])(?=[aeiou])/, "$1$1"),
    word.replace(/qu(?=[ei])/g, "c"),
    word.replace(/^t(?=[aeo])/, "th"),
    word.replace(/(?<=[bcdfgpt])i(?=[bcdfgmst])/, "y"),
  ]
  return [word, ...new Set(others.filter((other) => other !== word))]
}

function isKnown(word: string): boolean {
  const rank = word.length >= 4 ? openWordVectors().rank(word) : null
  return rank !== null && rank < mostRank
}
