/** Small words that say nothing of what a sentence is about, in the languages answers are given in. */
const small = new Set(
  (
    "the and for are was were been has have had not with that this from you your our they them their its into than then when what " +
    "which who will would can could may should must does did also there here more most some any all one " +
    "que para com uma por não sim dos das nos nas ele ela seu sua mais como mas foi são está esse essa isso pelo pela " +
    "los las del una con por para que más como pero sus este esta eso hay muy " +
    "der die das und ist sind ein eine einen mit auf für von den dem des nicht auch sich wird werden oder aber als wie " +
    "les des une est sont dans pour par sur pas avec que qui vous nous leur plus aux ces cette mais " +
    "bir ve bu için ile olarak daha çok gibi olan var"
  ).split(" "),
)

/** Letters and digits with single blanks between: what is left when spelling and marks are left out of account. */
export const toWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Words that matter, by their beginnings and without accents: "opening" and "opened" are one. */
export function stemsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => word.length > 2 && !small.has(word))
  return new Set(telling.map((word) => word.slice(0, 5)))
}

/** The part of `wanted` that is in `there`; 1 for nothing wanted. */
export function shareOf(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
  if (wanted.size === 0) return 1
  return [...wanted].filter((stem) => there.has(stem)).length / wanted.size
}

/** Numbers in digits, without the marks between thousands; 12.50 and 12,5 are one. Marks such as [1] are none. */
export function numbersOf(text: string): string[] {
  const plain = text.replace(/\[\d{1,2}\]/g, " ")
  return (plain.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => {
    const thousands = number.replace(/[.,](?=\d{3}(?:\D|$))/g, "")
    return thousands
      .replace(",", ".")
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, "")
  })
}

/** The statements of an answer, without the numbers of its sources. */
export function splitStatements(text: string): string[] {
  return text
    .replace(/\[\d{1,2}\]/g, " ")
    .split(/\n+|(?<=[.!?؟。])[\s”"»“]+/u)
    .map((statement) => statement.replace(/\s+/g, " ").trim())
    .filter((statement) => /[\p{L}\p{N}]/u.test(statement))
}

/** A greeting or a word of thanks states nothing. Units: words that matter. */
const leastWords = 3
export const hasWords = (statement: string): boolean =>
  stemsOf(statement).size >= leastWords || numbersOf(statement).length > 0
