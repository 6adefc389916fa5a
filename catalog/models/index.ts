import { anthropic } from "./anthropic.ts"
import type { ModelProvider } from "./define.ts"
import { google } from "./google.ts"
import { groq } from "./groq.ts"
import { mistral } from "./mistral.ts"
import { ollama } from "./ollama.ts"
import { openai } from "./openai.ts"
import { openaiCompatible } from "./openai-compatible.ts"
import { openrouter } from "./openrouter.ts"

/** The registry: every provider of language models. */
export const modelProviders: readonly ModelProvider[] = [
  openai,
  anthropic,
  google,
  groq,
  mistral,
  openrouter,
  ollama,
  openaiCompatible,
]

/** Finds a provider by the words of a setting, in any case; null for one that is not known. */
export function findModelProvider(named: string): ModelProvider | null {
  const id = named
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
  return modelProviders.find((provider) => provider.id === id) ?? null
}
