import { sql } from "drizzle-orm"
import { check, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { InvitationId, OrgId, UserId } from "#catalog/ids.ts"
import { createdAt, idText, moment, orgId } from "./columns.ts"
import { users } from "./users.ts"

/** A tenant. Its own id plays the part of `org_id`. */
export const organizations = pgTable("organizations", {
  id: idText("id").$type<OrgId>().primaryKey(),
  name: text("name").notNull(),
  createdAt: createdAt(),
})

export type MemberRole = "owner" | "admin" | "builder" | "viewer"

export const members = pgTable(
  "members",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    userId: idText("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<MemberRole>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "members_pk", columns: [t.orgId, t.userId] }),
    check("members_role", sql`${t.role} in ('owner', 'admin', 'builder', 'viewer')`),
  ],
)

/** An invitation by mail. Only the hash of its token is kept; it works once, until it expires. */
export const invites = pgTable(
  "invites",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: idText("id").$type<InvitationId>().notNull(),
    email: text("email").notNull(),
    role: text("role").$type<MemberRole>().notNull(),
    tokenHash: idText("token_hash").notNull().unique("invites_token_hash"),
    invitedBy: idText("invited_by")
      .$type<UserId>()
      .references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
  },
  (t) => [
    primaryKey({ name: "invites_pk", columns: [t.orgId, t.id] }),
    check("invites_role", sql`${t.role} in ('owner', 'admin', 'builder', 'viewer')`),
    check("invites_email", sql`${t.email} = lower(${t.email})`),
  ],
)
