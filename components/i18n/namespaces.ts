/** Texts that every page needs, loaded with the first one. */
export const coreNamespaces = [
  "common",
  "auth",
  "shell",
  "bots",
  "chat",
  "docs",
  "problems",
] as const
/** Texts of the builder alone. */
export const builderNamespaces = [
  "builder",
  "canvas",
  "fields",
  "options",
  "outlets",
  "palette",
  "steps",
] as const
export const namespaces = [...coreNamespaces, ...builderNamespaces] as const

export type TextGroup = "core" | "builder"
export type Namespace = (typeof namespaces)[number]

export function isNamespace(name: string): name is Namespace {
  return namespaces.some((known) => known === name)
}

/** One language's catalogues: namespace, key, text. */
export type Texts = Partial<Record<Namespace, Readonly<Record<string, string>>>>
