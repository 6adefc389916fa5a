/** Parts a text at the ends of its sentences. Joining the parts with a blank gives its words back. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)) {
    const sentence = segment.trim()
    const before = sentences.at(-1)
    // "Fig. 3", "e.g. this": what follows an abbreviation goes on in small letters or with a number.
    if (sentence === "") continue
    if (
      before !== undefined &&
      /\b(?:e\.g|i\.e|etc|fig|no|vs|approx|z\.B|bzw|p\.ex)\.$/i.test(before)
    )
      sentences[sentences.length - 1] = `${before} ${sentence}`
    else sentences.push(sentence)
  }
  return sentences
}

export const countWords = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length
