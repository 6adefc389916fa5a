/** Texts that every page needs, loaded with the first one. */
export const coreNamespaces = ["common", "auth", "shell", "bots", "chat", "problems"] as const
/** Texts of the builder alone. */
export const builderNamespaces = ["builder", "steps", "fields", "options", "outlets"] as const
export const namespaces = [...coreNamespaces, ...builderNamespaces] as const

export type TextGroup = "core" | "builder"
export type Namespace = (typeof namespaces)[number]
/** One language's catalogues: namespace, key, text. */
export type Texts = Partial<Record<Namespace, Readonly<Record<string, string>>>>
