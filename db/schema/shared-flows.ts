import { customType, integer, pgTable, primaryKey } from "drizzle-orm/pg-core"
import type { ScriptId } from "#catalog/ids.ts"
import { scripts } from "./bots.ts"
import { belongsTo, idText, orgId } from "./columns.ts"

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" })

/** The Yjs document of a flow that is edited by several people; what `scripts` says is derived from it. */
export const sharedFlows = pgTable(
  "shared_flows",
  {
    orgId: orgId(),
    scriptId: idText("script_id").$type<ScriptId>().notNull(),
    /** Documents of two generations do not merge. */
    generation: idText("generation").notNull(),
    /** The last update of the log. */
    seq: integer("seq").notNull().default(0),
    /** All of the log up to here is in the snapshot. */
    snapshotSeq: integer("snapshot_seq").notNull().default(0),
    snapshot: bytes("snapshot").notNull(),
    /** The document up to here said what `scripts` said at this revision. */
    derivedSeq: integer("derived_seq").notNull().default(0),
    derivedRevision: integer("derived_revision").notNull(),
  },
  (t) => [
    primaryKey({ name: "shared_flows_pk", columns: [t.orgId, t.scriptId] }),
    belongsTo({ orgId: t.orgId, id: t.scriptId }, scripts).onDelete("cascade"),
  ],
)

/** What was edited since the snapshot, in the order in which it was stored. */
export const sharedFlowUpdates = pgTable(
  "shared_flow_updates",
  {
    orgId: orgId(),
    scriptId: idText("script_id").$type<ScriptId>().notNull(),
    seq: integer("seq").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [
    primaryKey({ name: "shared_flow_updates_pk", columns: [t.orgId, t.scriptId, t.seq] }),
    belongsTo(
      { orgId: t.orgId, id: t.scriptId },
      { orgId: sharedFlows.orgId, id: sharedFlows.scriptId },
    ).onDelete("cascade"),
  ],
)
