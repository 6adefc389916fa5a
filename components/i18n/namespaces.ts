/** Texts that every page needs, loaded with the first one. */
export const coreNamespaces = [
  "common",
  "auth",
  "shell",
  "bots",
  "chat",
  "docs",
  "people",
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
  "together",
] as const
export const namespaces = [
  ...coreNamespaces,
  ...builderNamespaces,
  "source",
  "findings",
  "history",
  "knowledge",
  "understanding",
  "prompts",
  "keys",
  "evaluations",
] as const

/** Texts are loaded with what shows them: the source view, and whatever lists findings about a program. */
export const textGroups = {
  core: coreNamespaces,
  builder: builderNamespaces,
  source: ["source"],
  findings: ["findings"],
  history: ["history"],
  knowledge: ["knowledge"],
  understanding: ["understanding"],
  prompts: ["prompts"],
  keys: ["keys"],
  evaluations: ["evaluations"],
} as const
export type TextGroup = keyof typeof textGroups
export type Namespace = (typeof namespaces)[number]

export function isNamespace(name: string): name is Namespace {
  return namespaces.some((known) => known === name)
}

/** One language's catalogues: namespace, key, text. */
export type Texts = Partial<Record<Namespace, Readonly<Record<string, string>>>>
