/** A browser and system as people call them. `name` is "" when the text says neither. */
export interface Device {
  readonly name: string
  readonly isPhone: boolean
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
]

/** Reads a User-Agent header for people. The order matters: most browsers name others too. */
export function describeDevice(userAgent: string): Device {
  const text = userAgent.slice(0, 500)
  const find = (names: typeof browsers) => names.find(([pattern]) => pattern.test(text))?.[1]
  const name = [find(browsers), find(systems)].filter(Boolean).join(" · ")
  return { name, isPhone: /iPhone|Android.*Mobile/.test(text) }
}
