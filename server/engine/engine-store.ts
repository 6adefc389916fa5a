import type { Bundle } from "#basic/ir/bundle.ts"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import type { Database } from "#db/client.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableJson } from "#server/records/storable.ts"
import type { ContactFacts } from "./ambient-values.ts"
import { Batcher, defaultBatchOptions } from "./batcher.ts"
import { engineLimits } from "./engine-fault.ts"
import type { AcceptedEvent } from "./event.ts"
import {
  type BundleRow,
  type MessageRow,
  type StoredConversation,
  type TimerRow,
  toChatMessage,
  toConversation,
  weigh,
} from "./loaded-rows.ts"
import type { RecordedTurn } from "./replay.ts"
import type {
  CommitAnswer,
  CommitRow,
  ConversationRow,
  EventRow,
  TakeOverAnswer,
  WriteAnswer,
  WriteRow,
} from "./store-rows.ts"

/** Work a data effect does in the transaction of its journal row. Short, and nothing but this transaction. */
export type WorkInside = (tx: OrgTx) => Promise<Json>

interface ConversationKey {
  readonly orgId: OrgId
  readonly id: string
}

/** Everything the engine asks of the database. Each method is one round trip, or one short transaction. */
export class EngineStore {
  readonly #db: Database
  readonly #commits: Batcher<CommitRow, CommitAnswer>
  readonly #loads: Batcher<ConversationKey, ConversationRow | null>
  readonly #published: Batcher<ConversationKey, string | null>

  constructor(db: Database) {
    this.#db = db
    this.#commits = new Batcher((rows) => this.#commitRows(rows), defaultBatchOptions, weigh)
    this.#loads = new Batcher((keys) => this.#loadRows(keys))
    this.#published = new Batcher((keys) => this.#loadPublished(keys))
  }

  /** Ends a turn in one statement, together with other turns that end in the same millisecond or two. */
  commit(row: CommitRow): Promise<CommitAnswer> {
    return this.#commits.add(row)
  }

  findConversation(orgId: OrgId, id: string): Promise<ConversationRow | null> {
    return this.#loads.add({ orgId, id })
  }

  /** The published version of a bot; null when the bot is unknown or has none. */
  findPublishedVersion(orgId: OrgId, botId: string): Promise<string | null> {
    return this.#published.add({ orgId, id: botId })
  }

  /** The version its staging runs; null when the bot is unknown or stages none. */
  async findStagingVersion(orgId: OrgId, botId: string): Promise<string | null> {
    const [row] = await this.#db.tenantQuery<{ version: string | null }>(
      [orgId],
      "select staging_version_id as version from bots where org_id = $1 and id = $2",
      [orgId, botId],
    )
    return row?.version ?? null
  }

  async findOpenConversation(
    orgId: OrgId,
    botId: string,
    channel: string,
    contactId: string,
  ): Promise<string | null> {
    const [row] = await this.#db.tenantQuery<{ id: string }>(
      [orgId],
      "select id from conversations where org_id = $1 and bot_id = $2 and channel = $3 and contact_id = $4 and status = 'open'",
      [orgId, botId, channel, contactId],
    )
    return row?.id ?? null
  }

  /** Claims, or checks the claim, and stores what was said and a journal row. */
  async write(row: WriteRow): Promise<WriteAnswer> {
    return await this.#call<WriteAnswer>(row.org_id, "engine_write($1::text::jsonb)", [
      storableJson(row),
    ])
  }

  /** The same with work in between and its result: all of it, or nothing. */
  async writeData(row: WriteRow, work: WorkInside): Promise<{ answer: WriteAnswer; value: Json }> {
    return await this.#db.withOrg(row.org_id, async (tx) => {
      const [written] = await tx.rows<{ answer: WriteAnswer }>(
        "select engine_write($1::text::jsonb) as answer",
        [storableJson(row)],
      )
      const answer = written!.answer
      if (answer.answer !== "ok") return { answer, value: null }
      const value = await work(tx)
      await tx.rows(
        "update journal set result = $3::text::jsonb, state = 'done', finished_at = now() where org_id = $1 and id = $2",
        [row.org_id, row.journal.id, storableJson(value)],
      )
      return { answer, value }
    })
  }

  /** False when the claim was lost: nothing was written then. */
  async writeResult(
    orgId: OrgId,
    conversationId: string,
    eventId: string,
    epoch: number,
    effectNumber: number,
    result: Json,
  ): Promise<boolean> {
    return await this.#call<boolean>(
      orgId,
      "engine_result($1, $2, $3, $4::int, $5::int, $6::text::jsonb)",
      [orgId, conversationId, eventId, epoch, effectNumber, storableJson(result)],
    )
  }

  /** Gives a claim up after the turn broke off by itself; it lapses after a short rest. */
  async abandon(orgId: OrgId, conversationId: string, eventId: string, epoch: number) {
    await this.#call<boolean>(orgId, "engine_abandon($1, $2, $3, $4::int, $5::int)", [
      orgId,
      conversationId,
      eventId,
      epoch,
      engineLimits.restMs,
    ])
  }

  /** False when the claim was lost. */
  async renew(
    orgId: OrgId,
    conversationId: string,
    eventId: string,
    epoch: number,
    leaseMs: number,
  ): Promise<boolean> {
    return await this.#call<boolean>(orgId, "engine_renew($1, $2, $3, $4::int, $5::int)", [
      orgId,
      conversationId,
      eventId,
      epoch,
      Math.round(leaseMs),
    ])
  }

  async takeOver(orgId: OrgId, eventId: string, leaseMs: number): Promise<TakeOverAnswer> {
    return await this.#call<TakeOverAnswer>(orgId, "engine_take_over($1, $2, $3::int)", [
      orgId,
      eventId,
      Math.round(leaseMs),
    ])
  }

  /** Stores an event that cannot be run at once; gives the row that holds its key. */
  async storeEvent(
    event: AcceptedEvent,
    conversationId: string | null,
    delayMs: number,
  ): Promise<{ isNew: boolean; event: EventRow }> {
    const row = {
      org_id: event.orgId,
      id: event.id,
      bot_id: event.botId,
      conversation_id: conversationId,
      source: event.source,
      key: event.key,
      body_hash: event.bodyHash,
      kind: event.kind,
      payload: event.payload,
      delay_ms: Math.round(delayMs),
    }
    return await this.#call(event.orgId, "engine_store_event($1::text::jsonb)", [storableJson(row)])
  }

  async findEvent(orgId: OrgId, eventId: string): Promise<EventRow | null> {
    return await this.#findEvent(orgId, "id = $2", [orgId, eventId])
  }

  async findEventByKey(orgId: OrgId, source: string, key: string): Promise<EventRow | null> {
    return await this.#findEvent(orgId, "source = $2 and key = $3", [orgId, source, key])
  }

  /** What the bot said in one turn, in order. */
  async listTurnMessages(
    orgId: OrgId,
    conversationId: string,
    eventId: string,
  ): Promise<ChatMessage[]> {
    const rows = await this.#db.tenantQuery<MessageRow>(
      [orgId],
      `select id, seq, sender, kind, text, choices, attachment, sources, at from messages
       where org_id = $1 and conversation_id = $2 and event_id = $3 and sender = 'bot' order by seq`,
      [orgId, conversationId, eventId],
    )
    return rows.map(toChatMessage)
  }

  /** The turns of a conversation that have ended, in order, each with its journal. */
  async listTurns(orgId: OrgId, conversationId: string): Promise<RecordedTurn[]> {
    return await this.#db.tenantQuery<RecordedTurn>(
      [orgId],
      `select to_jsonb(e) as event, e.outcome,
         (select coalesce(jsonb_agg(to_jsonb(j) order by j.effect_number), '[]')
          from journal j where j.org_id = e.org_id and j.event_id = e.id) as journal
       from inbound_events e
       where e.org_id = $1 and e.conversation_id = $2 and e.outcome is not null
       order by (e.outcome->>'version')::bigint`,
      [orgId, conversationId],
    )
  }

  async findBundle(
    orgId: OrgId,
    versionId: string,
  ): Promise<{ bundle: Bundle; hash: string; number: number } | null> {
    const [row] = await this.#db.tenantQuery<BundleRow>(
      [orgId],
      `select b.program, v.debug, v.bundle_hash, v.number from versions v
       join bundles b on b.org_id = v.org_id and b.hash = v.bundle_hash
       where v.org_id = $1 and v.id = $2`,
      [orgId, versionId],
    )
    if (!row) return null
    const { program, debug, bundle_hash: hash, number } = row
    return { bundle: { ...program, debug }, hash, number }
  }

  /** What is known of a contact; null when there is none. */
  async findContact(orgId: OrgId, id: string): Promise<ContactFacts | null> {
    const [row] = await this.#db.tenantQuery<ContactFacts>(
      [orgId],
      "select name, attributes from contacts where org_id = $1 and id = $2",
      [orgId, id],
    )
    return row ?? null
  }

  async findTimer(orgId: OrgId, id: string): Promise<TimerRow | null> {
    const [row] = await this.#db.tenantQuery<TimerRow>(
      [orgId],
      "select id, bot_id, conversation_id, wait_id, due from timers where org_id = $1 and id = $2 and due is not null",
      [orgId, id],
    )
    return row ?? null
  }

  /** Closes an event for which there is nothing to run any more. */
  async endEvent(orgId: OrgId, id: string): Promise<void> {
    await this.#db.tenantQuery(
      [orgId],
      `update inbound_events set state = 'stale', due = null, finished_at = now()
       where org_id = $1 and id = $2 and state = 'pending'`,
      [orgId, id],
    )
  }

  async dropTimer(orgId: OrgId, id: string): Promise<void> {
    await this.#db.tenantQuery([orgId], "delete from timers where org_id = $1 and id = $2", [
      orgId,
      id,
    ])
  }

  /** Rows that fail together are tried singly, so that one bad row fails alone. */
  async #commitRows(rows: readonly CommitRow[]): Promise<CommitAnswer[]> {
    const orgIds = [...new Set(rows.map((row) => row.org_id))]
    const numbered = rows.map((row, i) => ({ ...row, i }))
    try {
      const [result] = await this.#db.tenantQuery<{ answers: (CommitAnswer & { i: number })[] }>(
        orgIds,
        "select engine_commit($1::text::jsonb) as answers",
        [storableJson(numbered)],
      )
      return result!.answers
    } catch (error) {
      if (rows.length === 1) throw error
      return await this.#commitSingly(rows)
    }
  }

  async #commitSingly(rows: readonly CommitRow[]): Promise<CommitAnswer[]> {
    const results = await Promise.allSettled(rows.map((row) => this.#commitRows([row])))
    return results.map((result) =>
      result.status === "fulfilled" ? result.value[0]! : { answer: "failed", error: result.reason },
    )
  }

  async #loadRows(keys: readonly ConversationKey[]): Promise<(ConversationRow | null)[]> {
    const orgIds = [...new Set(keys.map((key) => key.orgId))]
    const rows = await this.#db.tenantQuery<StoredConversation>(
      orgIds,
      "select * from engine_load($1::text[], $2::text[])",
      [keys.map((key) => key.orgId), keys.map((key) => key.id)],
    )
    const found = new Map(rows.map((row) => [`${row.org_id}/${row.id}`, toConversation(row)]))
    return keys.map((key) => found.get(`${key.orgId}/${key.id}`) ?? null)
  }

  async #loadPublished(keys: readonly ConversationKey[]): Promise<(string | null)[]> {
    const orgIds = [...new Set(keys.map((key) => key.orgId))]
    const rows = await this.#db.tenantQuery<{ org_id: OrgId; id: string; version: string | null }>(
      orgIds,
      `select org_id, id, published_version_id as version from bots
       where (org_id, id) in (select * from unnest($1::text[], $2::text[]))`,
      [keys.map((key) => key.orgId), keys.map((key) => key.id)],
    )
    const found = new Map(rows.map((row) => [`${row.org_id}/${row.id}`, row.version]))
    return keys.map((key) => found.get(`${key.orgId}/${key.id}`) ?? null)
  }

  async #findEvent(orgId: OrgId, where: string, params: string[]): Promise<EventRow | null> {
    const [row] = await this.#db.tenantQuery<EventRow>(
      [orgId],
      `select org_id, id, bot_id, conversation_id, source, key, body_hash, kind, payload, state, outcome
       from inbound_events where org_id = $1 and ${where}`,
      params,
    )
    return row ?? null
  }

  async #call<T>(orgId: OrgId, call: string, params: readonly (string | number)[]): Promise<T> {
    const [row] = await this.#db.tenantQuery<{ answer: T }>(
      [orgId],
      `select ${call} as answer`,
      params,
    )
    return row!.answer
  }
}
