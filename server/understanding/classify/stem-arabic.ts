const before = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك", "س"]
const verbal = ["ي", "ت", "ن", "ا"]
const behind = [
  ...["وا", "ون", "ين", "ان", "ات", "تم", "نا", "ني", "ها", "هم", "كم", "تي"],
  ...["ه", "ك", "ي", "ا", "ت", "و"],
]
const leastChars = 3

/** Forms of one letter, and the stroke that only makes a word longer. The marks of vowels are gone already. */
export const normalizeArabic = (folded: string): string =>
  folded.replaceAll("ـ", "").replaceAll("ى", "ي").replaceAll("ة", "ه").replaceAll("ٱ", "ا")

/** Lists what a normalized Arabic word may come from, the least changed first. */
export function arabicRoots(word: string): string[] {
  const roots = new Set([word])
  const withoutFirst = [word, ...strip(word, before, "start")]
  for (const each of withoutFirst) roots.add(each)
  for (const each of withoutFirst) for (const root of strip(each, behind, "end")) roots.add(root)
  for (const each of withoutFirst)
    for (const inner of strip(each, verbal, "start")) {
      roots.add(inner)
      for (const root of strip(inner, behind, "end")) roots.add(root)
    }
  return [...roots]
}

function strip(word: string, parts: readonly string[], side: "start" | "end"): string[] {
  return parts.flatMap((part) => {
    const fits = side === "start" ? word.startsWith(part) : word.endsWith(part)
    if (!fits || word.length - part.length < leastChars) return []
    return [side === "start" ? word.slice(part.length) : word.slice(0, -part.length)]
  })
}

/** An unknown word without its article and one ending. */
export function shortenArabic(word: string): string {
  const [bare = word] = strip(word, before.slice(0, 6), "start")
  return strip(bare, behind, "end")[0] ?? bare
}
