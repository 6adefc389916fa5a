/** A text as it stands below an answer: each line behind a sign, at most two hundred of them. */
export const quoteLines = (text: string): string =>
  text
    .split("\n")
    .slice(0, 200)
    .map((line) => `> ${line}`)
    .join("\n")
