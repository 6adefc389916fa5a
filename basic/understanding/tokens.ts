import { foldWord } from "../hear/readers/boolean.ts"

/** A word of a text, and where it stands. */
export interface Token {
  /** Small letters without accents. */
  readonly folded: string
  readonly start: number
  readonly end: number
}

const maxTokens = 120

/** The words and figures of a text; "Lisbon's" is two. */
export const readTokens = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, maxTokens).map((match) => ({
    folded: foldLetters(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))

/** Pieces between blanks, without the marks around them: "14:30", "ana@example.com", "R$49,90". */
export const readPieces = (text: string): Token[] =>
  [...text.matchAll(/[^\s,;!?¿¡؟،«»"“”()]+(?:,\d+)*/gu)].slice(0, maxTokens).map((match) => {
    const cut = match[0].replace(/[.:'’]+$/u, "")
    return {
      folded: foldLetters(cut),
      start: match.index,
      end: match.index + cut.length,
    }
  })

/** Every way of writing the Arabic alef, and the dotless Turkish i, is one letter. */
export const foldLetters = (text: string): string =>
  foldWord(text)
    .replace(/[أإآٱ]/g, "ا")
    .replaceAll("ß", "ss")
    .replace(/[\u0660-\u0669]/g, arabicFigure)

const arabicFigure = (figure: string): string => String(figure.charCodeAt(0) - 0x660)
