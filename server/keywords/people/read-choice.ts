import { badValue } from "../tasks/read-event.ts"

/** Reads one of some words, in any case. Throws EffectFailed "basic.bad_value" for anything else. */
export function readChoice<Word extends string>(
  keyword: string,
  text: string | undefined,
  words: readonly Word[],
  usual: Word,
): Word {
  const plain = (text ?? "").trim().toLowerCase()
  if (plain === "") return usual
  const found = words.find((word) => word === plain)
  if (found !== undefined) return found
  throw badValue(keyword, text ?? "", words.join(", "))
}
