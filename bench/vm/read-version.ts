import { createRequire } from "node:module"

const require = createRequire(import.meta.url)

/** The version of an installed package. */
export const readVersion = (name: string): string =>
  (require(`${name}/package.json`) as { version: string }).version
