import { createHash } from "node:crypto"
import * as Y from "yjs"
import type { BotId, ScriptId } from "#catalog/ids.ts"
import { enterDraft } from "#catalog/shared-flow/merge-drafts.ts"
import { type FlowText, readSharedFlow } from "#catalog/shared-flow/open.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { checkPermission } from "../define-verb.ts"
import { checkSize, countChange, lockBot, readScript, type Script } from "../scripts/load.ts"
import { recordSaving, writeScript } from "../scripts/write.ts"
import { type OpenedFlow, replay } from "./join.ts"
import { beforeAll, lockFlow, readUpdates, type SharedFlowRow } from "./load.ts"

/** What a process wants stored. */
export interface FlowStorage {
  readonly botId: BotId
  readonly scriptId: ScriptId
  /** Who edited since the last time; the draft is saved in the name of the last of them. */
  readonly editors: readonly ServiceContext[]
  /** Also writes the draft, which everything else reads. */
  readonly isDraftWanted: boolean
  /** Nobody has it open any more: the log is folded up. */
  readonly isLast: boolean
  /** Takes what was edited here and is not stored, in the moment it is called. */
  readonly takePending: () => readonly Uint8Array[]
  /** Applies what others stored to the document. */
  readonly receive: (update: Uint8Array) => void
}

export type StoredFlow =
  | {
      readonly ok: true
      readonly seq: number
      readonly update: Uint8Array | null
      /** The draft says what the document says. */
      readonly isDraft: boolean
    }
  /** The document was begun anew, or is gone: this one is over. */
  | { readonly ok: false }

/** With so many updates behind the snapshot, a new one is made. */
const mostUpdates = 200
/** A document that is so much larger than what it says is begun anew once nobody has it open. Units: bytes. */
const mostHistory = { times: 4, besides: 64 * 1024 }

/**
 * Stores what was edited in this process, takes in what others stored and what was saved past the document,
 * and writes the draft.
 *
 * Every process may call it at any time: the lock on the bot puts them in an order, and updates that come
 * twice change nothing. Throws: AppError "bot.not_found", "script.not_found", "script.limit".
 */
export async function storeFlow(
  context: ServiceContext,
  opened: OpenedFlow,
  storage: FlowStorage,
): Promise<StoredFlow> {
  for (const editor of storage.editors) checkPermission(editor, "bots.update")
  const { orgId, container } = context
  const { botId, scriptId } = storage
  return container.db.withOrg(orgId, async (tx) => {
    const { draftRevision } = await lockBot(tx, orgId, botId)
    const script = await readScript(tx, orgId, botId, scriptId)
    const row = await lockFlow(tx, orgId, scriptId)
    if (row === null || row.generation !== opened.generation) return { ok: false }
    const range = { after: opened.seq, upTo: row.seq, row }
    const missed = await readUpdates(tx, orgId, scriptId, range)
    const outside = await readOutside(tx, context, script, row)
    // Nothing waits from here until all is taken: the log, the draft and the snapshot are of one moment.
    for (const update of missed) storage.receive(update)
    if (outside !== null) storage.receive(outside)
    const pending = [...storage.takePending(), ...(outside === null ? [] : [outside])]
    const update = pending.length === 0 ? null : Y.mergeUpdates(pending)
    const seq = row.seq + (update === null ? 0 : 1)
    const isDraftDue = storage.isDraftWanted || outside !== null
    const said = isDraftDue ? readSharedFlow(opened.flow) : null
    const isFolded = isDraftDue && (storage.isLast || seq - row.snapshotSeq >= mostUpdates)
    const snapshot = isFolded ? Y.encodeStateAsUpdate(opened.flow.doc) : null

    if (update !== null) await appendUpdate(tx, context, scriptId, seq, update)
    const saved = said && (await saveDraft(tx, context, storage, script, said))
    if (saved) await markDerived(tx, context, scriptId, seq, saved.revision)
    if (snapshot && said)
      await fold(tx, context, scriptId, { seq, snapshot, said, isLast: storage.isLast })
    opened.seq = seq
    opened.revision = saved?.revision ?? script.revision
    opened.draftRevision = saved?.draftRevision ?? draftRevision
    return { ok: true, seq, update, isDraft: isDraftDue }
  })
}

/** What somebody saved past the document, as an update of it: a difference to what the document said then. */
async function readOutside(
  tx: OrgTx,
  { orgId }: ServiceContext,
  script: Script,
  row: SharedFlowRow,
): Promise<Uint8Array | null> {
  if (script.revision === row.derivedRevision) return null
  const range = { after: beforeAll, upTo: row.derivedSeq, row }
  const base = replay(await readUpdates(tx, orgId, script.id, range))
  // The same author for the same difference: should this transaction fail, the next try brings nothing twice.
  base.doc.clientID = authorOf(`${row.generation} ${script.revision}`)
  const before = Y.encodeStateVector(base.doc)
  const source = script.source.replace(/\r\n?/g, "\n")
  enterDraft(base, { source, layout: script.layout })
  return Y.encodeStateAsUpdate(base.doc, before)
}

const authorOf = (name: string): number =>
  createHash("sha256").update(name).digest().readUInt32BE(0)

async function appendUpdate(
  tx: OrgTx,
  { orgId }: ServiceContext,
  scriptId: ScriptId,
  seq: number,
  update: Uint8Array,
): Promise<void> {
  await tx.rows("update shared_flows set seq = $3 where org_id = $1 and script_id = $2", [
    orgId,
    scriptId,
    seq,
  ])
  await tx.rows(
    "insert into shared_flow_updates (org_id, script_id, seq, content) values ($1, $2, $3, $4)",
    [orgId, scriptId, seq, update],
  )
}

/** Writes the draft if it says something else; the revision and the count of changes it then has. */
async function saveDraft(
  tx: OrgTx,
  context: ServiceContext,
  { botId, scriptId, editors }: FlowStorage,
  script: Script,
  { source, layout }: FlowText,
): Promise<{ revision: number; draftRevision: number | null }> {
  const isSame = source === script.source && isSameLayout(layout, script.layout)
  if (isSame) return { revision: script.revision, draftRevision: null }
  const revision = script.revision + 1
  const editor = editors.at(-1) ?? context
  await writeScript(tx, editor, { botId, scriptId, source, layout, revision })
  if (source.length > script.source.length) await checkSize(tx, context.orgId, botId)
  const draftRevision = await countChange(tx, context.orgId, botId)
  for (const each of editors) await recordSaving(tx, each, botId)
  return { revision, draftRevision }
}

async function markDerived(
  tx: OrgTx,
  { orgId }: ServiceContext,
  scriptId: ScriptId,
  seq: number,
  revision: number,
): Promise<void> {
  await tx.rows(
    `update shared_flows set derived_seq = $3, derived_revision = $4
     where org_id = $1 and script_id = $2`,
    [orgId, scriptId, seq, revision],
  )
}

interface Folding {
  readonly seq: number
  readonly snapshot: Uint8Array
  readonly said: FlowText
  readonly isLast: boolean
}

async function fold(
  tx: OrgTx,
  { orgId }: ServiceContext,
  scriptId: ScriptId,
  { seq, snapshot, said, isLast }: Folding,
): Promise<void> {
  const size = said.source.length + JSON.stringify(said.layout).length
  if (isLast && snapshot.length > size * mostHistory.times + mostHistory.besides) {
    await tx.rows("delete from shared_flows where org_id = $1 and script_id = $2", [
      orgId,
      scriptId,
    ])
    return
  }
  await tx.rows(
    "update shared_flows set snapshot = $3, snapshot_seq = $4 where org_id = $1 and script_id = $2",
    [orgId, scriptId, snapshot, seq],
  )
  await tx.rows(
    "delete from shared_flow_updates where org_id = $1 and script_id = $2 and seq <= $3",
    [orgId, scriptId, seq],
  )
}

/** Key order does not matter to what a layout says. */
const isSameLayout = (a: unknown, b: unknown): boolean => print(a) === print(b)

const print = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
