import { LRUCache } from "lru-cache"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import { botFactsTopic, paramOf } from "#server/records/settings/setting-names.ts"
import { Batcher } from "./batcher.ts"
import type { VersionMove } from "./follow-publications.ts"

/** What a turn needs to know of its bot. */
export interface BotFact {
  /** IANA name. */
  readonly zone: string
  /** The language it speaks where nobody says another; null when its settings name none. */
  readonly language: string | null
  /** Variables every run begins with (`param-*` of the settings); null when there are none. */
  readonly params: Readonly<Record<string, Json>> | null
  /** Publications that running conversations follow, the oldest first. */
  readonly moves: readonly VersionMove[]
  /** False for a bot in the bin: nothing runs there. */
  readonly isThere: boolean
}

interface BotKey {
  readonly orgId: OrgId
  readonly botId: string
}

const unknown: BotFact = { zone: "UTC", language: null, params: null, moves: [], isThere: false }

/** Remembers it for a few seconds, so that a turn costs no further round trip. A change is told to every process. */
export class BotFacts {
  readonly #db: Database
  readonly #known = new LRUCache<string, BotFact>({ max: 10_000, ttl: 10_000 })
  readonly #loads = new Batcher<BotKey, BotFact>((keys) => this.#read(keys))

  constructor(db: Database, pubsub: PubSub) {
    this.#db = db
    // Who cannot be told looks again when what it remembers has grown old.
    pubsub.subscribe(botFactsTopic, (message) => this.#forget(message)).catch(() => {})
  }

  #forget(message: unknown) {
    if (typeof message === "object" && message !== null && "botId" in message)
      this.#known.delete(String(message.botId))
  }

  async load(orgId: OrgId, botId: string): Promise<BotFact> {
    const known = this.#known.get(botId)
    if (known !== undefined) return known
    const fact = await this.#loads.add({ orgId, botId })
    this.#known.set(botId, fact)
    return fact
  }

  async #read(keys: readonly BotKey[]): Promise<BotFact[]> {
    const orgIds = [...new Set(keys.map(({ orgId }) => orgId))]
    const rows = await this.#db.tenantQuery<{
      id: string
      zone: string
      language: string | null
      params: { name: string; value: string }[] | null
      moves: VersionMove[] | null
    }>(
      orgIds,
      `select b.id, b.time_zone as zone, b.languages[1] as language,
         (select jsonb_agg(jsonb_build_object('name', s.name, 'value', s.value)) from bot_settings s
          where s.org_id = b.org_id and s.bot_id = b.id and s.name like 'param-%' and not s.is_secret) as params,
         (select jsonb_agg(jsonb_build_object('botId', m.bot_id, 'versionId', m.version_id, 'number', v.number,
            'mode', m.mode, 'steps', m.steps, 'variables', m.variables) order by v.number)
          from version_moves m join versions v on v.org_id = m.org_id and v.id = m.version_id
          where m.org_id = b.org_id and m.bot_id = b.id) as moves
       from bots b where (b.org_id, b.id) in (select * from unnest($1::text[], $2::text[]))`,
      [keys.map(({ orgId }) => orgId), keys.map(({ botId }) => botId)],
    )
    const found = new Map(
      rows.map(({ id, zone, language, params, moves }): [string, BotFact] => {
        const known = params && Object.fromEntries(params.map(paramOf))
        return [id, { zone, language, params: known, moves: moves ?? [], isThere: true }]
      }),
    )
    return keys.map(({ botId }) => found.get(botId) ?? unknown)
  }
}
