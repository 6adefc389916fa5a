import { LRUCache } from "lru-cache"
import type { HearContext } from "#basic"
import { findEntities } from "#basic/understanding/find-entities.ts"
import type { OrgId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { UnderstandingDefinition } from "#catalog/understanding/definition.ts"
import type { TextFeatures } from "./classify/featurize.ts"
import {
  type BotPlace,
  featurizeMessage,
  featurizeTexts,
  type ModelParts,
  type OpenedModel,
  openModel,
} from "./open-model.ts"
import type { Understanding, Understood } from "./port.ts"
import { hashText } from "./store/vectors.ts"

/** What bots understand, with the work behind it. */
export interface UnderstandingWork extends Understanding {
  /** Says what a text means by a definition, as a version that has it would. */
  ask(
    place: BotPlace,
    definition: UnderstandingDefinition,
    text: string,
    context: HearContext,
  ): Promise<Understood>
  /** The model of a definition; one that was opened lately is kept. */
  open(place: BotPlace, definition: UnderstandingDefinition): Promise<OpenedModel>
  /** Computes what texts come to, and keeps it. */
  featurize(place: BotPlace, texts: readonly string[]): Promise<TextFeatures[]>
}

/** Examples of all models in memory: about 10 kB each. */
const keptExamples = 15_000
const nothing: UnderstandingDefinition = { intents: [], entities: [] }

/** Puts together what bots understand. */
export function createUnderstanding(parts: ModelParts): UnderstandingWork {
  return new UnderstandingProcess(parts)
}

class UnderstandingProcess implements UnderstandingWork {
  readonly #parts: ModelParts
  readonly #models = new LRUCache<string, Promise<OpenedModel>>({
    max: 500,
    maxSize: keptExamples,
  })
  /** A version never changes. */
  readonly #versions = new LRUCache<string, Promise<UnderstandingDefinition>>({ max: 500 })

  constructor(parts: ModelParts) {
    this.#parts = parts
  }

  async understand(
    place: { readonly orgId: OrgId; readonly botId: string; readonly versionId: string },
    text: string,
    context: HearContext,
  ): Promise<Understood> {
    const { orgId, botId } = place
    return await this.ask({ orgId, botId }, await this.#definitionOf(place), text, context)
  }

  async ask(
    place: BotPlace,
    definition: UnderstandingDefinition,
    text: string,
    context: HearContext,
  ): Promise<Understood> {
    const said = text.slice(0, limits.understoodChars)
    const entities = findEntities(definition.entities, said, context)
    const { model } = await this.open(place, definition)
    if (said.trim() === "" || definition.intents.length === 0) return { meanings: [], entities }
    const described = new Map(definition.intents.map((intent) => [intent.name, intent.description]))
    const meanings = model
      .score(await featurizeMessage(this.#parts, said))
      .slice(0, limits.meaningsTold)
      .map(({ name, confidence, threshold, example }) => ({
        ...{ name, confidence, threshold, example },
        description: described.get(name) ?? "",
      }))
    return { meanings, entities }
  }

  open(place: BotPlace, definition: UnderstandingDefinition): Promise<OpenedModel> {
    const intents = definition.intents.filter(({ isActive }) => isActive)
    const key = `${place.orgId}/${place.botId}/${hashText(JSON.stringify(intents))}`
    const known = this.#models.get(key)
    if (known) return known
    const opening = openModel(this.#parts, place, intents)
    const size = intents.reduce((sum, { examples }) => sum + examples.length, 1)
    this.#models.set(key, opening, { size: Math.min(size, keptExamples) })
    opening.catch(() => this.#models.delete(key))
    return opening
  }

  featurize(place: BotPlace, texts: readonly string[]): Promise<TextFeatures[]> {
    return featurizeTexts(this.#parts, place, texts)
  }

  #definitionOf(place: { readonly orgId: OrgId; readonly versionId: string }) {
    const key = `${place.orgId}/${place.versionId}`
    const known = this.#versions.get(key)
    if (known) return known
    const reading = this.#readDefinition(place.orgId, place.versionId)
    this.#versions.set(key, reading)
    reading.catch(() => this.#versions.delete(key))
    return reading
  }

  async #readDefinition(orgId: OrgId, versionId: string): Promise<UnderstandingDefinition> {
    const [row] = await this.#parts.db.withOrg(orgId, (tx) =>
      tx.rows<{ definition: UnderstandingDefinition }>(
        "select definition from version_understanding where org_id = $1 and version_id = $2",
        [orgId, versionId],
      ),
    )
    return row?.definition ?? nothing
  }
}
