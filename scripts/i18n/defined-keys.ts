import { errors } from "../../catalog/errors.ts"

/** A text that a definition promises: a step's title, a field's label, an error's words. */
export interface DefinedKey {
  readonly namespace: string
  readonly key: string
  /** Which definition asks for it. */
  readonly source: string
}

/** Lists the texts that definitions ask for by name, which no code spells out. */
export async function listDefinedKeys(): Promise<readonly DefinedKey[]> {
  return listErrorKeys()
}

function listErrorKeys(): readonly DefinedKey[] {
  return Object.keys(errors).flatMap((code) =>
    ["title", "text"].map((part) => ({
      namespace: "problems",
      key: `${code}.${part}`,
      source: "catalog/errors.ts",
    })),
  )
}
