import { randomUUID } from "node:crypto"
import * as Y from "yjs"
import { openSharedFlow, type SharedFlow, seedSharedFlow } from "#catalog/shared-flow/open.ts"
import type { OrgTx } from "#db/transaction.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { lockBot, readScript, type Script } from "../scripts/load.ts"
import { beforeAll, lockFlow, readUpdates } from "./load.ts"
import { JoinFlowInput } from "./schema.ts"

/** The document of a flow as a process holds it while people have it open. */
export interface OpenedFlow {
  readonly flow: SharedFlow
  readonly generation: string
  /** The last update of the log that the document has. */
  seq: number
  /** Of the draft, and of the bot. */
  revision: number
  draftRevision: number
}

/**
 * Opens the document of a flow; the first to open it makes it of the draft.
 *
 * Throws: AppError "bot.not_found", "script.not_found".
 */
export const joinFlow = defineVerb({
  name: "flows.join",
  permission: "bots.read",
  input: JoinFlowInput,
  audit: null,
  run: ({ orgId, container }: ServiceContext, { botId, scriptId }): Promise<OpenedFlow> =>
    container.db.withOrg(orgId, async (tx) => {
      const { draftRevision } = await lockBot(tx, orgId, botId)
      const script = await readScript(tx, orgId, botId, scriptId)
      const row = await lockFlow(tx, orgId, scriptId)
      if (row === null) return seed(tx, orgId, script, draftRevision)
      const range = { after: beforeAll, upTo: row.seq, row }
      const updates = await readUpdates(tx, orgId, scriptId, range)
      return {
        flow: replay(updates),
        generation: row.generation,
        seq: row.seq,
        revision: script.revision,
        draftRevision,
      }
    }),
})

/** A document of updates that were stored in this order. */
export function replay(updates: readonly Uint8Array[]): SharedFlow {
  const flow = openSharedFlow()
  for (const update of updates) Y.applyUpdate(flow.doc, update)
  return flow
}

async function seed(
  tx: OrgTx,
  orgId: ServiceContext["orgId"],
  script: Script,
  draftRevision: number,
): Promise<OpenedFlow> {
  const flow = seedSharedFlow(script)
  const generation = randomUUID()
  await tx.rows(
    `insert into shared_flows (org_id, script_id, generation, snapshot, derived_revision)
     values ($1, $2, $3, $4, $5)`,
    [orgId, script.id, generation, Y.encodeStateAsUpdate(flow.doc), script.revision],
  )
  return { flow, generation, seq: 0, revision: script.revision, draftRevision }
}

/** The name of whoever joins, as the others see it. */
export async function loadJoiner({ orgId, userId, container }: ServiceContext): Promise<string> {
  const [person] = await container.db.tenantQuery<{ name: string }>(
    [orgId],
    "select name from users where id = $1",
    [userId],
  )
  return person?.name ?? ""
}
