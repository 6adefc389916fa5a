/** Month and weekday names: those that FORMAT writes (English) and those that a date in words may use. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const

/** Index 0 is Sunday. */
export const weekdayNames = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const

/** Month names in the languages people answer in, without accents (English is above). */
const foreignMonths: readonly string[] = [
  "janeiro enero janvier januar ocak يناير",
  "fevereiro febrero fevrier februar subat فبراير",
  "marco marzo mars marz maerz mart مارس",
  "abril avril april nisan ابريل",
  "maio mayo mai mayis مايو",
  "junho junio juin juni haziran يونيو",
  "julho julio juillet juli temmuz يوليو",
  "agosto aout august agustos اغسطس",
  "setembro septiembre setiembre septembre eylul سبتمبر",
  "outubro octubre octobre oktober ekim اكتوبر",
  "novembro noviembre novembre kasim نوفمبر",
  "dezembro diciembre decembre dezember aralik ديسمبر",
]
const namesByMonth: readonly (readonly string[])[] = foreignMonths.map((line, index) => [
  (monthNames[index] as string).toLowerCase(),
  ...line.split(" "),
])

/** Finds the month (from 1) a word names, whole or shortened to its first three letters or more; null when none. */
export const findMonth = (word: string): number | null => {
  if (word.length < 3 || word.length > 16) return null
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .replaceAll("ı", "i")
  if (plain.length < 3) return null
  const found = namesByMonth.findIndex((names) => names.some((name) => name.startsWith(plain)))
  return found >= 0 ? found + 1 : null
}
