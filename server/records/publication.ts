import type { Declarations } from "#basic"
import type { BotId, ProvenOrgId, VersionId } from "#catalog/ids.ts"
import type { OrgTx } from "#db/transaction.ts"

/** An entry with the script that declares it; a plain text stands under `value`. */
type InScript<Entry> = (Entry extends object ? Entry : { readonly value: Entry }) & {
  /** Name of the script, such as "start". */
  readonly inScript: string
}

/** The declarations of all scripts of a bot, in the order of the scripts. `isStrict` when one of them is. */
export type BotDeclarations = {
  readonly [Part in keyof Declarations]: Declarations[Part] extends readonly (infer Entry)[]
    ? readonly InScript<Entry>[]
    : Declarations[Part]
}

/** A version that is being published: what its scripts declare, to be made real. */
export interface Publication {
  readonly orgId: ProvenOrgId
  readonly botId: BotId
  readonly versionId: VersionId
  readonly declarations: BotDeclarations
  /** Units: UTC. The moment of the publication, for the rows it writes. */
  readonly at: Date
}

/**
 * Makes one kind of declaration real, inside the transaction that stores the version. It removes what
 * the last version declared and this one does not. An AppError that names the line refuses the publication.
 */
export type PublicationStep = (tx: OrgTx, publication: Publication) => Promise<void>
