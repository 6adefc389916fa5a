/** The form in which names are compared: without case and without a final `$`. */
export const normalizeName = (name: string): string => {
  const lower = name.toLowerCase()
  return lower.endsWith("$") ? lower.slice(0, -1) : lower
}
