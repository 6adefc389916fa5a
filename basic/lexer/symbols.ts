const single = "-+*/^\\%=<>(),.:[]{}?&;!"
const double = "#{ ${ <> <= >= != == && || ?? ?. += -= *= /=".split(" ")

/** By the code of their first character; longer signs win. */
const singles: (string | null)[] = Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return single.includes(sign) ? sign : null
})
const doubles: (readonly string[] | null)[] = Array.from({ length: 128 }, (_, code) => {
  const signs = double.filter((sign) => sign.charCodeAt(0) === code)
  return signs.length === 0 ? null : signs
})

/** The sign at an offset; null when none begins there. `?.` before a digit is the `?` of a choice. */
export function symbolAt(source: string, at: number): string | null {
  const first = source.charCodeAt(at)
  if (!(first < 128)) return wideSign(first)
  const longer = doubles[first]
  if (longer) {
    const second = source.charCodeAt(at + 1)
    for (const sign of longer)
      if (sign.charCodeAt(1) === second && (sign !== "?." || !isDigit(source.charCodeAt(at + 2))))
        return sign
  }
  return singles[first] ?? null
}

/** Signs in the width of Chinese characters are the same signs. */
const wideSign = (code: number): string | null =>
  code > 0xff00 && code < 0xff5f ? (singles[code - 0xfee0] ?? null) : null

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
