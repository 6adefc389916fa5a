import { baseOf, type Catalogue } from "./read-catalogues.ts"

/** Says what one language lacks, has too much of, or holds differently from the first. */
export function compareLanguages(
  first: Catalogue,
  other: Catalogue,
  language: string,
): readonly string[] {
  const problems: string[] = []
  for (const [namespace, texts] of first) {
    const theirs = other.get(namespace) ?? new Map<string, string>()
    const tell = (key: string, problem: string) =>
      problems.push(`${language}/${namespace}.json: ${key} ${problem}`)
    for (const key of wantedKeys(texts, language)) {
      const text = theirs.get(key)
      const source = texts.get(key) ?? texts.get(`${baseOf(key, texts) ?? key}_other`) ?? ""
      if (text === undefined) tell(key, "is missing")
      else if (text.trim() === "") tell(key, "is empty")
      else for (const problem of compareTexts(source, text, key, language)) tell(key, problem)
    }
    const wanted = new Set(wantedKeys(texts, language))
    for (const key of theirs.keys())
      if (!wanted.has(key)) tell(key, "is not in en; remove it there or add it here")
  }
  return problems
}

/** Languages differ in their forms of number: Arabic has six, Turkish two. */
function wantedKeys(texts: ReadonlyMap<string, string>, language: string): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const keys = [...texts.keys()].flatMap((key) => {
    const base = baseOf(key, texts)
    return base === null ? [key] : forms.map((form) => `${base}_${form}`)
  })
  return [...new Set(keys)]
}

function compareTexts(
  source: string,
  text: string,
  key: string,
  language: string,
): readonly string[] {
  const problems: string[] = []
  const isForm = /_(zero|one|two)$/.test(key)
  const expected = new Set(source.match(/\{\{\w+\}\}|<\/?\w+>/g))
  const found = new Set(text.match(/\{\{\w+\}\}|<\/?\w+>/g))
  for (const part of expected)
    if (!found.has(part) && !(isForm && part === "{{count}}")) problems.push(`lacks ${part}`)
  for (const part of found) if (!expected.has(part)) problems.push(`has ${part}, which en has not`)
  const isSentence = source.split(/\s+/).length >= 4
  if (language !== "en" && isSentence && source === text) problems.push("is still English")
  return problems
}
