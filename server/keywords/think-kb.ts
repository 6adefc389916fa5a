import { fromJson } from "#basic"
import { thinkKb } from "#basic/keywords/think-kb.ts"
import { handlerFor } from "./handler.ts"
import { activeBases } from "./knowledge/base-name.ts"

const limit = 5

export const thinkKbHandler = handlerFor(thinkKb, async ({ question = "" }, step) => {
  const bases = activeBases(step)
  const { passages, isConfident } = await step.searchKnowledge({ bases, text: question, limit })
  const results = passages.map(({ text, title, base, score, section, page, url }) => ({
    ...{ content: text, source: title, kb_name: base, relevance: score },
    ...{ tokens: Math.ceil(text.length / 4), section, page, url },
  }))
  const [best] = passages
  return fromJson({
    results,
    summary: isConfident ? (best?.text ?? "") : "",
    confidence: isConfident ? (best?.score ?? 0) : 0,
    total_results: results.length,
    sources: [...new Set(passages.map(({ title }) => title))],
    query: question,
    kb_count: new Set(passages.map(({ base }) => base)).size,
  })
})
