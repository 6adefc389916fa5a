import type { OrgId } from "#catalog/ids.ts"
import type { Choice, MessageFile, MessageKind } from "#catalog/messages.ts"
import type { Database } from "#db/client.ts"
import { channelKind } from "./channel-kind.ts"
import { passFaultPoint } from "./fault-points.ts"

/** A message on its way to a channel that does not read by sequence number. */
export interface OutboxMessage {
  /** The same in every try: the channel's idempotency key where it has one. */
  readonly id: string
  readonly orgId: OrgId
  readonly conversationId: string
  readonly contactId: string | null
  readonly kind: MessageKind
  readonly text: string
  readonly choices: readonly Choice[] | null
  readonly file: MessageFile | null
  /** Earlier tries whose outcome may be unknown. */
  readonly attempts: number
}

/** How a send went. Throwing counts as "later". */
export type Delivery =
  | { readonly kind: "sent" }
  /** Not counted as an attempt: the channel asked for patience. Units: ms. */
  | { readonly kind: "later"; readonly afterMs: number }
  /** Never again: the message goes to the dead letters. */
  | { readonly kind: "stop"; readonly reason: string }

export interface Deliver {
  send(message: OutboxMessage): Promise<Delivery>
  /** What happens to a message whose send was cut off: sent again, or given up. */
  readonly onUnknown: "maybe twice" | "maybe never"
}

export const outboxStates = ["due", "sending", "sent", "dead"] as const
export type OutboxState = (typeof outboxStates)[number]

const maxAttempts = 8
const firstDelayMs = 1_000
const longestDelayMs = 10 * 60_000

interface OutboxRow {
  readonly id: string
  readonly conversation_id: string
  readonly contact_id: string | null
  readonly channel: string
  readonly attempts: number
  readonly state: OutboxState
  readonly kind: MessageKind
  readonly text: string
  readonly choices: Choice[] | null
  readonly attachment: MessageFile | null
}

/**
 * Delivers the outbox: in order per conversation, each row leased before it is sent, tried again later
 * and later, and laid aside as a dead letter when it cannot be sent.
 */
export class Outbox {
  readonly #db: Database
  readonly #channels: ReadonlyMap<string, Deliver>
  readonly #leaseMs: number

  constructor(db: Database, channels: ReadonlyMap<string, Deliver>, leaseMs: number) {
    this.#db = db
    this.#channels = channels
    this.#leaseMs = leaseMs
  }

  /** Sends the rows of the conversation this row belongs to, oldest first, until one has to wait. */
  async deliver(orgId: OrgId, rowId: string): Promise<void> {
    const conversationId = await this.#findConversation(orgId, rowId)
    if (conversationId === null) return
    while (true) {
      const row = await this.#lease(orgId, conversationId)
      if (row === null) return await this.#queueUp(orgId, conversationId)
      const isOver = await this.#send(orgId, row)
      if (!isOver) return
    }
  }

  async #send(orgId: OrgId, row: OutboxRow): Promise<boolean> {
    const channel = this.#channels.get(channelKind(row.channel))
    if (!channel) return await this.#end(orgId, row, "dead", `There is no channel ${row.channel}.`)
    if (row.state === "sending" && channel.onUnknown === "maybe never")
      return await this.#end(orgId, row, "dead", "The process ended while the message was sent.")
    const delivery = await this.#try(channel, orgId, row)
    passFaultPoint("outbox.sent")
    if (delivery.kind === "sent") return await this.#end(orgId, row, "sent", null)
    if (delivery.kind === "stop") return await this.#end(orgId, row, "dead", delivery.reason)
    if (delivery.kind === "later")
      return await this.#postpone(orgId, row.id, delivery.afterMs, 0, null)
    if (row.attempts + 1 >= maxAttempts) return await this.#end(orgId, row, "dead", delivery.reason)
    const afterMs = Math.min(longestDelayMs, firstDelayMs * 2 ** row.attempts)
    return await this.#postpone(orgId, row.id, afterMs, 1, delivery.reason)
  }

  async #try(
    channel: Deliver,
    orgId: OrgId,
    row: OutboxRow,
  ): Promise<Delivery | { kind: "failed"; reason: string }> {
    const { id, conversation_id, contact_id, kind, text, choices, attachment, attempts } = row
    const message = { id, orgId, kind, text, choices, file: attachment, attempts }
    try {
      return await channel.send({
        ...message,
        conversationId: conversation_id,
        contactId: contact_id,
      })
    } catch (error) {
      return { kind: "failed", reason: error instanceof Error ? error.message : String(error) }
    }
  }

  async #findConversation(orgId: OrgId, rowId: string): Promise<string | null> {
    const [row] = await this.#db.tenantQuery<{ conversation_id: string }>(
      [orgId],
      "select conversation_id from outbox where org_id = $1 and id = $2 and due is not null",
      [orgId, rowId],
    )
    return row?.conversation_id ?? null
  }

  /** Takes the first open row of the conversation, if it is due and nobody else has it. */
  async #lease(orgId: OrgId, conversationId: string): Promise<OutboxRow | null> {
    const [row] = await this.#db.tenantQuery<OutboxRow>(
      [orgId],
      `with first as (
         select o.org_id, o.id, o.state from outbox o
         where o.org_id = $1 and o.conversation_id = $2 and o.due is not null
         order by o.seq limit 1 for update
       ), leased as (
         update outbox o set state = 'sending', due = clock_timestamp() + make_interval(secs => $3::numeric / 1000)
         from first where o.org_id = first.org_id and o.id = first.id and o.due <= clock_timestamp()
         returning o.org_id, o.id, o.conversation_id, o.channel, o.attempts, first.state
       )
       select l.id, l.conversation_id, l.channel, l.attempts, l.state, c.contact_id, m.kind, m.text, m.choices, m.attachment
       from leased l
       join messages m on m.org_id = l.org_id and m.id = l.id
       join conversations c on c.org_id = l.org_id and c.id = l.conversation_id`,
      [orgId, conversationId, this.#leaseMs],
    )
    return row ?? null
  }

  /** Rows behind one that has to wait are not due before it: nobody looks at them in vain. */
  async #queueUp(orgId: OrgId, conversationId: string) {
    await this.#db.tenantQuery(
      [orgId],
      `with first as (
         select seq, due from outbox
         where org_id = $1 and conversation_id = $2 and due is not null order by seq limit 1
         for update
       )
       update outbox o set due = first.due from first
       where o.org_id = $1 and o.conversation_id = $2 and o.due < first.due and o.seq > first.seq`,
      [orgId, conversationId],
    )
  }

  /** Takes a row off the queue; the next of its conversation is due now. */
  async #end(orgId: OrgId, row: OutboxRow, state: "sent" | "dead", error: string | null) {
    await this.#db.tenantQuery(
      [orgId],
      `with ended as (
         update outbox set state = $3, last_error = $4, due = null, finished_at = now()
         where org_id = $1 and id = $2 returning conversation_id, seq
       )
       update outbox o set due = clock_timestamp() from ended
       where o.org_id = $1 and o.conversation_id = ended.conversation_id and o.seq = (
         select min(n.seq) from outbox n
         where n.conversation_id = ended.conversation_id and n.due is not null and n.seq > ended.seq)`,
      [orgId, row.id, state, error],
    )
    return true
  }

  async #postpone(
    orgId: OrgId,
    id: string,
    afterMs: number,
    attempts: number,
    error: string | null,
  ) {
    await this.#db.tenantQuery(
      [orgId],
      `update outbox set state = 'due', attempts = attempts + $4::int, last_error = coalesce($5, last_error),
         due = clock_timestamp() + make_interval(secs => $3::numeric / 1000)
       where org_id = $1 and id = $2`,
      [orgId, id, Math.round(afterMs), attempts, error],
    )
    return false
  }
}
