/** Names are compared without case and without a final `$`. */
export const normalName = (name: string): string =>
  (name.endsWith("$") ? name.slice(0, -1) : name).toUpperCase()
