import { type LoadedProgram, load } from "#basic"
import type { Bundle } from "#basic/ir/bundle.ts"
import { type MoveProblem, type MoveTable, moveState } from "#basic/vm/move-state.ts"
import type { ProvenOrgId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"
import { readState } from "#server/engine/conversation-state.ts"
import { describeStep, type KeptScript } from "#server/records/alerts/describe-step.ts"
import { compileDraft } from "../bots/compile-draft.ts"
import { loadBot } from "../bots/load.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { readScripts } from "../scripts/load.ts"
import { PreviewMoveInput } from "./schema.ts"

/** Conversations that cannot follow, at one step, for one reason. */
export interface StayingGroup {
  readonly problem: MoveProblem
  readonly count: number
  /** The id of the step; "" when it is about none. */
  readonly step: string
  readonly flow: string
  /** The step as it was written; "" when it is not known. */
  readonly text: string
}

/** What would become of the conversations that wait. */
export interface MovePreview {
  /** Conversations that wait, for an answer or for something else, in a version before this one. */
  readonly waiting: number
  readonly moving: number
  /** The most frequent first. */
  readonly staying: readonly StayingGroup[]
  /** Only the latest were looked at. */
  readonly isPart: boolean
}

interface Waiting {
  readonly state: string
  readonly versionId: string
}

interface OldVersion {
  readonly program: LoadedProgram
  readonly scripts: readonly KeptScript[]
}

const lookedAt = 1_000

/**
 * Tries a publication of the draft on the conversations that wait; nothing is changed.
 *
 * Throws: AppError "bot.not_found". A draft with errors moves nobody.
 */
export const previewMove = defineVerb({
  name: "versions.previewMove",
  permission: "bots.publish",
  input: PreviewMoveInput,
  audit: null,
  run: async (context: ServiceContext, { botId, table }): Promise<MovePreview> => {
    const { orgId, container } = context
    const { waiting, versions, scripts } = await container.db.withOrg(orgId, async (tx) => {
      await loadBot(tx, orgId, botId)
      const waiting = await tx.rows<Waiting>(
        `select state, bot_version_id as "versionId" from conversations
         where org_id = $1 and bot_id = $2 and waiting is not null and state is not null
           and channel not like 'staging%'
         order by last_minute desc, last_at desc limit ${lookedAt}`,
        [orgId, botId],
      )
      const ids = [...new Set(waiting.map(({ versionId }) => versionId))]
      const versions = await readOld(tx, orgId, ids)
      return { waiting, versions, scripts: await readScripts(tx, orgId, botId) }
    })
    const compiled = compileDraft(scripts)
    const to = compiled.ok ? load(compiled.bundle, compiled.hash) : null
    return tryAll(waiting, versions, to, table)
  },
})

async function readOld(
  tx: OrgTx,
  orgId: ProvenOrgId,
  ids: readonly string[],
): Promise<Map<string, OldVersion>> {
  const rows = await tx.rows<{
    id: string
    program: Omit<Bundle, "debug">
    debug: Bundle["debug"]
    hash: string
    scripts: readonly KeptScript[]
  }>(
    `select v.id, b.program, v.debug, v.bundle_hash as hash, v.scripts from versions v
     join bundles b on b.org_id = v.org_id and b.hash = v.bundle_hash
     where v.org_id = $1 and v.id = any($2::text[])`,
    [orgId, [...ids]],
  )
  return new Map(
    rows.map(({ id, program, debug, hash, scripts }) => [
      id,
      { program: load({ ...program, debug }, hash), scripts },
    ]),
  )
}

function tryAll(
  waiting: readonly Waiting[],
  versions: ReadonlyMap<string, OldVersion>,
  to: LoadedProgram | null,
  table: MoveTable,
): MovePreview {
  const groups = new Map<string, StayingGroup>()
  let moving = 0
  for (const { state, versionId } of waiting) {
    const old = versions.get(versionId)
    const { run, wait } = readState(state)
    const moved =
      old === undefined || run === null || wait?.kind !== "hear" || to === null
        ? ({ ok: false, problem: "not_asking", step: "" } as const)
        : moveState(old.program, to, run.vm, table)
    if (moved.ok) {
      moving++
      continue
    }
    const { problem, step } = moved
    const described = old === undefined ? null : describeStep(old.scripts, step)
    const { flow = "", text = "" } = described ?? {}
    const key = JSON.stringify([problem, step, text])
    const count = (groups.get(key)?.count ?? 0) + 1
    groups.set(key, { problem, count, step, flow, text })
  }
  const staying = [...groups.values()].sort((a, b) => b.count - a.count).slice(0, 50)
  return { waiting: waiting.length, moving, staying, isPart: waiting.length === lookedAt }
}
