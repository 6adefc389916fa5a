/**
 * Words that vectors hardly tell apart, and that change an answer altogether: days, months, and whether something
 * is meant or is not. By their beginnings, without accents, in seven languages.
 */
const days =
  "mond tues wedn thur frid satu sund segund terca quart quint sexta sabad domin lunes marte mierc jueve viern monta diens mittw donne freit samst sonnt lundi mardi mercr jeudi vendr samed diman pazar sali carsa perse cuma cumar الاثن الثلا الارب الخمي الجمع السبت الاحد today tomor yester hoje amanha ontem hoy manana ayer heute morgen gester aujou demai hier bugun yarin dun اليوم غدا امس"
const months =
  "janu febr march april june july augus septe octob novem decem janei fever marco abril maio junho julho agost setem outub novem dezem enero febre junio julio septi octub dicie januar marz juni juli dezem janvi fevri juin juill aout ocak subat mart nisan mayis hazir temmu agust eylul ekim kasim aralik"
const negations =
  "not no never without nao nunca sem sin nicht kein ohne pas jamais sans degil hayir لا ليس بدون isnt dont doesnt cant wont"

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/[\p{M}'\u2019]/gu, "")
    .toLowerCase()
    .match(/[\p{L}]+|\p{N}+(?:[.,:]\p{N}+)*/gu) ?? []

const stems = [...days.split(" "), ...months.split(" ")].filter((stem) => stem.length > 3)
const exact = new Set([
  ...negations.split(" "),
  ...days.split(" ").filter((stem) => stem.length < 4),
])

/** What two questions must share to be one: numbers, days, months and negations. */
function specificsOf(text: string): string {
  const found = wordsOf(text).flatMap((word) => {
    if (/^\p{N}/u.test(word) || exact.has(word)) return [word]
    const stem = stems.find((each) => word.startsWith(each))
    return stem === undefined ? [] : [stem]
  })
  return [...new Set(found)].toSorted().join(" ")
}

export const haveSameSpecifics = (one: string, other: string): boolean =>
  specificsOf(one) === specificsOf(other)
