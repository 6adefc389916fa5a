const steps = ["byte", "kilobyte", "megabyte", "gigabyte"] as const

/** Prints a size as people read it: "12 kB", "3.4 MB". Units: `bytes`; `language` is a tag such as "pt". */
export function formatSize(bytes: number, language: string): string {
  const place = bytes < 1 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** place
  return new Intl.NumberFormat(language, {
    ...{ style: "unit", unit: steps[place], unitDisplay: place === 0 ? "long" : "short" },
    maximumFractionDigits: amount < 10 && place > 0 ? 1 : 0,
  }).format(amount)
}
