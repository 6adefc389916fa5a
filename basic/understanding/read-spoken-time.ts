import { readNumberWords } from "./read-number-words.ts"

/** How a time is said in seven languages. Groups: the hour, and what is said of it. Folded. */
const hour = "(?<hour>\\d{1,2}(?:[:.h]\\d{2})?|\\p{L}+(?: bir| iki)?)"
const shapes: readonly RegExp[] = [
  `(?:at )?(?<part>half|quarter) (?<way>past|to) ${hour}`,
  `(?:at )?${hour} (?:o clock|o'clock|(?:in the|at) (?<day>morning|afternoon|evening|night))`,
  `(?:as|pelas) ${hour}(?: horas?)?(?: e (?<part>meia|quinze))?(?: d[ae] (?<day>manha|tarde|noite|madrugada))?`,
  `(?:a|sobre) las? ${hour}(?: y (?<part>media|cuarto))?(?: (?:de|por) la (?<day>manana|tarde|noche|madrugada))?`,
  `(?:a|vers) ${hour} heures?(?: et (?<part>demie|quart))?(?: (?:du|de l'apres)[ -](?<day>matin|midi|soir))?`,
  `(?:um |gegen )?(?<part>halb|viertel) (?<way>nach |vor )?${hour}`,
  `(?:um|gegen) ${hour}(?: uhr)?(?: (?<day>morgens|vormittags|nachmittags|abends))?`,
  `(?:(?<day>sabah|aksam|ogleden sonra) )?saat ${hour}(?: (?<part>bucuk))?(?:['’]?[dty]?[ae])?`,
  `(?:الساعة|الساعه) ${hour}(?: (?<part>والنصف|ونصف|والربع))?(?: (?<day>صباحا|مساء|ظهرا|ليلا))?`,
].map((shape) => new RegExp(`^${shape}$`, "u"))
const fixed: ReadonlyMap<string, string> = new Map([
  ..."noon midday meio-dia mediodia midi mittags ogle ظهرا".split(" ").map(at("12:00")),
  ..."midnight meia-noite medianoche minuit mitternacht".split(" ").map(at("00:00")),
])
function at(time: string) {
  return (word: string): [string, string] => [word, time]
}
const late =
  /^(?:afternoon|evening|night|tarde|noite|noche|midi|soir|nachmittags|abends|aksam|ogleden sonra|مساء|ظهرا|ليلا)$/
const quarter = /^(?:quarter|quinze|cuarto|quart|viertel|والربع)$/

/**
 * The time that words say together, such as "half past six", "às oito da noite", "halb acht"; null when they say none.
 * `folded` are the words in small letters without accents, `written` as they stand: "às" is a time, "as" is not.
 */
export const readSpokenTime = (folded: string, written: string): string | null => {
  const known = fixed.get(folded)
  if (known !== undefined) return known
  if (/^as /.test(folded) && !/^\u00e0s /i.test(written.normalize("NFC"))) return null
  for (const shape of shapes) {
    const found = shape.exec(folded)?.groups
    if (found === undefined) continue
    const time = composeTime(found)
    if (time !== null) return time
  }
  return null
}

/** What a shape found, by the names of its groups. */
type SpokenParts = Readonly<Partial<Record<string, string>>>

const composeTime = ({ hour: said = "", part, way, day }: SpokenParts): string | null => {
  const [, figure, behind] = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(said) ?? []
  const count = figure === undefined ? readNumberWords(said.split(" ")) : Number(figure)
  if (count === null || count > 24) return null
  let minutes = (count % 24) * 60 + Number(behind ?? 0)
  if (Number(behind ?? 0) > 59) return null
  const step = part === undefined ? 0 : quarter.test(part) ? 15 : 30
  // "halb acht" is half an hour before eight.
  const isBefore = way?.trim() === "to" || way?.trim() === "vor" || part === "halb"
  minutes += isBefore ? -step : step
  if (day !== undefined && late.test(day) && minutes < 12 * 60) minutes += 12 * 60
  minutes = (minutes + 24 * 60) % (24 * 60)
  const print = (value: number) => String(value).padStart(2, "0")
  return `${print(Math.floor(minutes / 60))}:${print(minutes % 60)}`
}
