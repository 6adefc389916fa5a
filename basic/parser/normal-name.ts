/** Names are compared without case and without a final `$`. */
export const normalName = (name: string): string =>
  (name.endsWith("$") ? name.slice(0, -1) : name).toUpperCase()

/** How the names a program sets tell an array of DIM, whose elements may be written with parentheses: no name has this mark. */
export const arrayName = (name: string): string => `${normalName(name)}(`
