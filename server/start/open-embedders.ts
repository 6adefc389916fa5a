import { LRUCache } from "lru-cache"
import type { Database } from "#db/client.ts"
import type { Clock } from "#server/clock.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { Embedder } from "#server/infra/embedding/port.ts"
import type { Seal } from "#server/infra/seal/port.ts"
import { priceOf } from "#server/keywords/model/price.ts"
import type { KnowledgePlace } from "#server/knowledge/port.ts"
import { ModelFailure, type Models } from "#server/models/port.ts"
import { type OpenedAccount, openAccount } from "#server/records/models/open-account.ts"
import { listActiveAccounts } from "#server/records/models/read-models.ts"
import { recordEmbedding } from "#server/records/models/record-embedding.ts"

interface EmbedderParts {
  readonly db: Database
  readonly models: Models
  readonly seal: Seal
  readonly clock: Clock
  /** The one that comes with the product. */
  readonly embedded: Embedder
}

/** A question waits for an answer, a document for nobody. Units: ms. */
const timeouts = { question: 8_000, document: 60_000 }
/** What services read of one text. Units: characters. */
const maxChars = 8_000
/** Questions come again: their vectors are kept. */
const maxCached = 2_000

/** Finds the embedder of a base: the one that comes with the product, or `provider:model` on an account of the bot. */
export function openEmbedders(parts: EmbedderParts) {
  const known = new LRUCache<string, Float32Array>({ max: maxCached })
  return (place: KnowledgePlace, model: string): Embedder => {
    if (model === parts.embedded.model) return parts.embedded
    return {
      ...{ model, isEnglishOnly: false, close: async () => {} },
      embed: async (texts, urgency) => {
        const key = JSON.stringify([place.orgId, model, texts])
        const found = urgency === "question" ? known.get(key) : undefined
        if (found !== undefined) return [found]
        const vectors = await embedBy(parts, place, model, texts, timeouts[urgency])
        const [first] = vectors
        if (urgency === "question" && first !== undefined) known.set(key, first)
        return vectors
      },
    }
  }
}

/** Asks the accounts in their order; who fails is passed over. */
async function embedBy(
  parts: EmbedderParts,
  place: KnowledgePlace,
  id: string,
  texts: readonly string[],
  timeoutMs: number,
): Promise<Float32Array[]> {
  const model = id.slice(id.indexOf(":") + 1)
  const cut = texts.map((text) => text.slice(0, maxChars) || " ")
  let cause: unknown = null
  for (const { account } of await findAccounts(parts, place, id)) {
    try {
      const { vectors, tokens } = await parts.models.embed(account, {
        ...{ model, texts: cut, timeoutMs },
      })
      const known = priceOf({ account, model }, { inputTokens: tokens, outputTokens: 0 })
      const cost = known ?? ((account.provider.embed?.price ?? 0) * tokens) / 1e6
      const nowMs = parts.clock.now().getTime()
      const use = { ...place, provider: account.provider.id, model, tokens, nowMs }
      await parts.db.withOrg(place.orgId, (tx) =>
        recordEmbedding(tx, { ...use, costMicros: Math.ceil(cost * 1e6) }),
      )
      return [...vectors]
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      cause = error
    }
  }
  throw new AppError("knowledge.embedder_failed", { model: id }, { cause })
}

async function findAccounts(
  { db, seal }: EmbedderParts,
  { orgId, botId }: KnowledgePlace,
  id: string,
): Promise<OpenedAccount[]> {
  const provider = id.slice(0, id.indexOf(":"))
  const stored = await db.withOrg(orgId, (tx) => listActiveAccounts(tx, orgId, botId))
  return stored
    .filter((account) => account.provider === provider)
    .flatMap((account) => openAccount(account, (sealed) => seal.open(sealed)) ?? [])
    .filter(({ account }) => account.provider.embed !== undefined)
}
