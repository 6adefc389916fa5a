/** The part before the dot, as names of settings are written. */
export const serverNameOf = (name: string): string =>
  (name.split(".")[0] ?? "")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
