import { isLanguage, type Language } from "./languages.ts"
import type { TextGroup, Texts } from "./namespaces.ts"

type Loaders = Record<Language, Record<TextGroup, () => Promise<Texts>>>

const loaders: Loaders = {
  en: {
    core: async () => (await import("./en/core.ts")).core,
    builder: async () => (await import("./en/builder.ts")).builderTexts,
    source: async () => (await import("./en/source.ts")).sourceTexts,
    findings: async () => (await import("./en/findings.ts")).findingTexts,
    history: async () => (await import("./en/history.ts")).historyTexts,
    knowledge: async () => (await import("./en/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./en/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./en/prompts.ts")).promptTexts,
    keys: async () => (await import("./en/keys.ts")).keyTexts,
    evaluations: async () => (await import("./en/evaluations.ts")).evaluationTexts,
  },
  pt: {
    core: async () => (await import("./pt/core.ts")).core,
    builder: async () => (await import("./pt/builder.ts")).builderTexts,
    source: async () => (await import("./pt/source.ts")).sourceTexts,
    findings: async () => (await import("./pt/findings.ts")).findingTexts,
    history: async () => (await import("./pt/history.ts")).historyTexts,
    knowledge: async () => (await import("./pt/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./pt/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./pt/prompts.ts")).promptTexts,
    keys: async () => (await import("./pt/keys.ts")).keyTexts,
    evaluations: async () => (await import("./pt/evaluations.ts")).evaluationTexts,
  },
  es: {
    core: async () => (await import("./es/core.ts")).core,
    builder: async () => (await import("./es/builder.ts")).builderTexts,
    source: async () => (await import("./es/source.ts")).sourceTexts,
    findings: async () => (await import("./es/findings.ts")).findingTexts,
    history: async () => (await import("./es/history.ts")).historyTexts,
    knowledge: async () => (await import("./es/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./es/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./es/prompts.ts")).promptTexts,
    keys: async () => (await import("./es/keys.ts")).keyTexts,
    evaluations: async () => (await import("./es/evaluations.ts")).evaluationTexts,
  },
  de: {
    core: async () => (await import("./de/core.ts")).core,
    builder: async () => (await import("./de/builder.ts")).builderTexts,
    source: async () => (await import("./de/source.ts")).sourceTexts,
    findings: async () => (await import("./de/findings.ts")).findingTexts,
    history: async () => (await import("./de/history.ts")).historyTexts,
    knowledge: async () => (await import("./de/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./de/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./de/prompts.ts")).promptTexts,
    keys: async () => (await import("./de/keys.ts")).keyTexts,
    evaluations: async () => (await import("./de/evaluations.ts")).evaluationTexts,
  },
  fr: {
    core: async () => (await import("./fr/core.ts")).core,
    builder: async () => (await import("./fr/builder.ts")).builderTexts,
    source: async () => (await import("./fr/source.ts")).sourceTexts,
    findings: async () => (await import("./fr/findings.ts")).findingTexts,
    history: async () => (await import("./fr/history.ts")).historyTexts,
    knowledge: async () => (await import("./fr/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./fr/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./fr/prompts.ts")).promptTexts,
    keys: async () => (await import("./fr/keys.ts")).keyTexts,
    evaluations: async () => (await import("./fr/evaluations.ts")).evaluationTexts,
  },
  tr: {
    core: async () => (await import("./tr/core.ts")).core,
    builder: async () => (await import("./tr/builder.ts")).builderTexts,
    source: async () => (await import("./tr/source.ts")).sourceTexts,
    findings: async () => (await import("./tr/findings.ts")).findingTexts,
    history: async () => (await import("./tr/history.ts")).historyTexts,
    knowledge: async () => (await import("./tr/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./tr/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./tr/prompts.ts")).promptTexts,
    keys: async () => (await import("./tr/keys.ts")).keyTexts,
    evaluations: async () => (await import("./tr/evaluations.ts")).evaluationTexts,
  },
  ar: {
    core: async () => (await import("./ar/core.ts")).core,
    builder: async () => (await import("./ar/builder.ts")).builderTexts,
    source: async () => (await import("./ar/source.ts")).sourceTexts,
    findings: async () => (await import("./ar/findings.ts")).findingTexts,
    history: async () => (await import("./ar/history.ts")).historyTexts,
    knowledge: async () => (await import("./ar/knowledge.ts")).knowledgeTexts,
    understanding: async () => (await import("./ar/understanding.ts")).understandingTexts,
    prompts: async () => (await import("./ar/prompts.ts")).promptTexts,
    keys: async () => (await import("./ar/keys.ts")).keyTexts,
    evaluations: async () => (await import("./ar/evaluations.ts")).evaluationTexts,
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

/**
 * Begins to fetch texts before what needs them is drawn: a page that waits for its code need not wait for its words
 * after that. Does nothing outside of a browser; what could not be fetched is asked for again when it is needed.
 */
export function prefetchTexts(group: TextGroup): void {
  if (typeof document === "undefined") return
  const { lang } = document.documentElement
  if (isLanguage(lang)) loadTexts(lang, group).catch(() => {})
}
