/** Gives each word a capital letter and small ones after it. A word begins after a blank, hyphen or slash. */
export const capitalizeWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(
      /(^|[\s\-/.(])(\p{Ll})/gu,
      (_whole, before: string, letter: string) => before + letter.toUpperCase(),
    )

/** Letters that do not come apart into a letter and a mark. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["ı", "i"],
  ["ø", "o"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["đ", "d"],
  ["ł", "l"],
  ["þ", "th"],
])

/** Makes a text fit for an address: small letters and digits with single hyphens between. */
export const makeSlug = (text: string): string => {
  let out = ""
  // Looking at the end of a text that grows would copy it each time.
  let isGap = false
  for (const char of text.toLowerCase().normalize("NFD")) {
    if (/\p{M}/u.test(char) || char === "'" || char === "’") continue
    const plain = plainLetters.get(char) ?? char
    if (!/[\p{L}\p{N}]/u.test(plain)) isGap = true
    else {
      if (isGap && out !== "") out += "-"
      out += plain
      isGap = false
    }
  }
  return out
}
