import type { Language } from "./languages.ts"
import type { TextGroup, Texts } from "./namespaces.ts"

type Loaders = Record<Language, Record<TextGroup, () => Promise<Texts>>>

const loaders: Loaders = {
  en: {
    core: async () => (await import("./en/core.ts")).core,
    builder: async () => (await import("./en/builder.ts")).builderTexts,
  },
  pt: {
    core: async () => (await import("./pt/core.ts")).core,
    builder: async () => (await import("./pt/builder.ts")).builderTexts,
  },
  es: {
    core: async () => (await import("./es/core.ts")).core,
    builder: async () => (await import("./es/builder.ts")).builderTexts,
  },
  de: {
    core: async () => (await import("./de/core.ts")).core,
    builder: async () => (await import("./de/builder.ts")).builderTexts,
  },
  fr: {
    core: async () => (await import("./fr/core.ts")).core,
    builder: async () => (await import("./fr/builder.ts")).builderTexts,
  },
  tr: {
    core: async () => (await import("./tr/core.ts")).core,
    builder: async () => (await import("./tr/builder.ts")).builderTexts,
  },
  ar: {
    core: async () => (await import("./ar/core.ts")).core,
    builder: async () => (await import("./ar/builder.ts")).builderTexts,
  },
}

const loaded = new Map<string, Promise<Texts>>()

/** Loads the catalogues of one language, once; the same promise each time, so that React's `use` can read it. */
export function loadTexts(language: Language, group: TextGroup): Promise<Texts> {
  const key = `${language}/${group}`
  const known = loaded.get(key)
  if (known) return known
  const promise = loaders[language][group]()
  loaded.set(key, promise)
  promise.catch(() => loaded.delete(key))
  return promise
}
