/** The sentences of a passage; lines count as such: tables and lists have no other. */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+|(?<=[.!?])\s+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
}
