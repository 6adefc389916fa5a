import { sql } from "drizzle-orm"
import { check, index, pgTable, text } from "drizzle-orm/pg-core"
import type { LoginSessionId, UserId } from "#catalog/ids.ts"
import { createdAt, idText, moment } from "./columns.ts"

/**
 * A person. Belongs to no organization (membership is `members`), so the app role sees only people it
 * shares an organization with, and never the password hash; sign-in goes through `Database.asAccounts`.
 */
export const users = pgTable(
  "users",
  {
    id: idText("id").$type<UserId>().primaryKey(),
    /** Lower case. */
    email: text("email").notNull().unique("users_email"),
    name: text("name").notNull(),
    /** Argon2id, in its own text form; null for a person who signs in another way. */
    passwordHash: text("password_hash"),
    emailVerifiedAt: moment("email_verified_at"),
    locale: text("locale"),
    createdAt: createdAt(),
  },
  (t) => [check("users_email_lower", sql`${t.email} = lower(${t.email})`)],
)

/** What the signed session token points at. Revoking a session deletes its row. */
export const loginSessions = pgTable(
  "login_sessions",
  {
    id: idText("id").$type<LoginSessionId>().primaryKey(),
    userId: idText("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    userAgent: text("user_agent"),
    ip: text("ip"),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("login_sessions_user").on(t.userId)],
)

/** A one-time link to set a new password. Only the hash of its token is kept. */
export const passwordResets = pgTable(
  "password_resets",
  {
    tokenHash: idText("token_hash").primaryKey(),
    userId: idText("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [index("password_resets_user").on(t.userId)],
)
