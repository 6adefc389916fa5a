import type { AnswerReader } from "../reader.ts"

/** Without accents, in small letters. */
const yes =
  "yes y true 1 sim s si oui ja da ok okay yeah yep sure confirm confirmed accept accepted agree agreed evet نعم"
const no =
  "no n false 0 nao non nein net nope cancel deny denied reject rejected decline declined disagree hayir لا"
const yesWords = new Set(yes.split(" "))
const noWords = new Set(no.split(" "))

export const foldWord = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i")

/** Yes or no in the languages people answer in. */
export const readBoolean: AnswerReader = (reply) => {
  const word = foldWord(reply).replace(/[.!,;]{1,3}$/, "")
  if (yesWords.has(word)) return true
  return noWords.has(word) ? false : null
}
