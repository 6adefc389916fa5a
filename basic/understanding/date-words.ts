import { foldLetters } from "./tokens.ts"

/** What days are called in the languages people write in: en, pt, es, fr, de, tr, ar. Folded when they are read. */
const fold = (text: string): string => foldLetters(text).replaceAll("'", " ").replaceAll("’", " ")

const listed = (lines: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(
    lines.flatMap(([value, words]) =>
      words.split(", ").map((word): [string, number] => [fold(word), value]),
    ),
  )

/** Days from today. */
export const nearDays = listed([
  [0, "today, tonight, hoje, hoy, aujourd hui, heute, bugün, اليوم, الليلة"],
  [1, "tomorrow, amanhã, mañana, demain, morgen, yarın, غدا, بكرة"],
  [
    2,
    "day after tomorrow, the day after tomorrow, depois de amanhã, pasado mañana, après demain, übermorgen, öbür gün, بعد غد",
  ],
  [-1, "yesterday, ontem, ayer, hier, gestern, dün, أمس, امبارح"],
  [
    7,
    "next week, in a week, semana que vem, próxima semana, la próxima semana, la semana que viene, semaine prochaine, la semaine prochaine, nächste woche, gelecek hafta, haftaya, الاسبوع القادم",
  ],
])

/** 1 is Sunday, as everywhere. */
export const weekdays = listed([
  [1, "sunday, domingo, dimanche, sonntag, pazar, الأحد, الاحد"],
  [2, "monday, segunda, segunda feira, lunes, lundi, montag, pazartesi, الاثنين, الإثنين"],
  [3, "tuesday, terça, terça feira, martes, mardi, dienstag, salı, الثلاثاء"],
  [4, "wednesday, quarta, quarta feira, miércoles, mercredi, mittwoch, çarşamba, الأربعاء"],
  [5, "thursday, quinta, quinta feira, jueves, jeudi, donnerstag, perşembe, الخميس"],
  [6, "friday, sexta, sexta feira, viernes, vendredi, freitag, cuma, الجمعة"],
  [7, "saturday, sábado, samedi, samstag, sonnabend, cumartesi, السبت"],
])

/** Days in a unit. */
export const dayUnits = listed([
  [1, "day, days, dia, dias, día, días, jour, jours, tag, tage, tagen, gün, يوم, ايام, أيام, يوما"],
  [
    7,
    "week, weeks, semana, semanas, semaine, semaines, woche, wochen, hafta, اسبوع, أسبوع, اسابيع, أسابيع",
  ],
])

/** Words before "3 days", or behind it, that make it a day to come. */
export const aheadWords: ReadonlySet<string> = new Set(
  "in, within, em, daqui a, dentro de, en, dans, innerhalb von, بعد, خلال".split(", ").map(fold),
)
export const behindWords: ReadonlySet<string> = new Set(
  "from now, from today, sonra, içinde".split(", ").map(fold),
)

/** Small numbers in words. */
export const numberWords = listed([
  [1, "one, um, uma, uno, una, une, eins, einen, einer, bir, واحد, واحدة"],
  [2, "two, dois, duas, dos, deux, zwei, iki, اثنان, اثنين"],
  [3, "three, três, tres, trois, drei, üç, ثلاثة, ثلاث"],
  [4, "four, quatro, cuatro, quatre, vier, dört, أربعة, أربع"],
  [5, "five, cinco, cinq, fünf, beş, خمسة, خمس"],
  [6, "six, seis, sechs, altı, ستة, ست"],
  [7, "seven, sete, siete, sept, sieben, yedi, سبعة, سبع"],
  [8, "eight, oito, ocho, huit, acht, sekiz, ثمانية, ثمان"],
  [9, "nine, nove, nueve, neuf, neun, dokuz, تسعة, تسع"],
  [10, "ten, dez, diez, dix, zehn, on, عشرة, عشر"],
  [11, "eleven, onze, once, elf, on bir"],
  [12, "twelve, doze, doce, douze, zwölf, on iki"],
  [20, "twenty, vinte, veinte, vingt, zwanzig, yirmi, عشرون, عشرين"],
])
/** Words that are numbers in one language and something else in another: they count only before a unit. */
export const unsureNumbers: ReadonlySet<string> = new Set(
  "um uma uno una une einen einer bir on once one dos".split(" ").map(fold),
)

/** What currencies are called. */
export const currencyWords: ReadonlySet<string> = new Set(
  "euro euros dollar dollars dólar dólares dólares bucks pound pounds libra libras real reais peso pesos lira liras livre livres franc francs franken franco francos riyal riyals dirham dirhams yen جنيه ريال درهم دولار يورو ليرة usd eur gbp brl try tl chf jpy mxn ars clp cop sar aed egp"
    .split(" ")
    .map(fold),
)

export const foldDateWord = fold
