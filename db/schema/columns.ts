import { getTableName } from "drizzle-orm"
import { type AnyPgColumn, customType, foreignKey, timestamp } from "drizzle-orm/pg-core"
import type { OrgId } from "#catalog/ids.ts"

/** An id or a hash: compared byte by byte whatever the collation of the database, so indexes stay small and fast. */
export const idText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
})

/** The organization a row belongs to. Row-level security filters on it. */
export const orgId = () => idText("org_id").$type<OrgId>().notNull()

/** A moment in UTC with milliseconds, the precision of a JavaScript `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const createdAt = () => moment("created_at").notNull().defaultNow()

/**
 * Ties a row to its parent inside the same organization: the key is `(org_id, id)`, so a reference to
 * a row of another organization cannot be stored.
 */
export function belongsTo(
  own: { orgId: AnyPgColumn; id: AnyPgColumn },
  parent: { orgId: AnyPgColumn; id: AnyPgColumn },
) {
  return foreignKey({
    name: `${getTableName(own.id.table)}_${own.id.name}_fk`,
    columns: [own.orgId, own.id],
    foreignColumns: [parent.orgId, parent.id],
  })
}
