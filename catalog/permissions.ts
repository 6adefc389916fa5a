/** Every permission there is, and who has it. A verb names exactly one; nothing is allowed by default. */

export const roles = ["owner", "admin", "builder", "viewer"] as const
/** What a member of an organization may be. */
export type Role = (typeof roles)[number]

/** Who acts: a member, or the visitor of a public bot (a person with no account). */
export type Actor = Role | "visitor"

export const permissions = {
  "org.read": ["owner", "admin", "builder", "viewer"],
  "org.update": ["owner", "admin"],
  "org.leave": ["owner", "admin", "builder", "viewer"],
  "org.transfer": ["owner"],
  "org.delete": ["owner"],
  "members.read": ["owner", "admin", "builder", "viewer"],
  "members.invite": ["owner", "admin"],
  "members.update": ["owner", "admin"],
  "members.remove": ["owner", "admin"],
  /** Everybody has keys of their own making; who oversees them has all of the organization's. */
  "keys.read": ["owner", "admin", "builder"],
  "keys.update": ["owner", "admin", "builder"],
  "keys.oversee": ["owner", "admin"],
  "bots.read": ["owner", "admin", "builder", "viewer"],
  "bots.create": ["owner", "admin", "builder"],
  "bots.update": ["owner", "admin", "builder"],
  "bots.publish": ["owner", "admin", "builder"],
  "bots.delete": ["owner", "admin"],
  "models.read": ["owner", "admin", "builder", "viewer"],
  "models.update": ["owner", "admin"],
  "evaluations.read": ["owner", "admin", "builder", "viewer"],
  "evaluations.update": ["owner", "admin", "builder"],
  "prompts.read": ["owner", "admin", "builder", "viewer"],
  "prompts.update": ["owner", "admin", "builder"],
  "comments.read": ["owner", "admin", "builder", "viewer"],
  /** Whoever looks a bot over says what they think, without changing it. */
  "comments.write": ["owner", "admin", "builder", "viewer"],
  "inbox.read": ["owner", "admin", "builder"],
  "inbox.answer": ["owner", "admin", "builder"],
  /** What people said to the bots, and what they left there. */
  "recordings.read": ["owner", "admin", "builder"],
  "tasks.read": ["owner", "admin", "builder", "viewer"],
  "tasks.update": ["owner", "admin", "builder"],
  "approvals.read": ["owner", "admin", "builder"],
  "approvals.decide": ["owner", "admin", "builder"],
  "mails.read": ["owner", "admin"],
  "webhooks.call": ["visitor"],
  "tools.call": ["visitor"],
  "forms.submit": ["visitor"],
  /** Rows may be about people: whoever may only look around sees none. */
  "tables.read": ["owner", "admin", "builder"],
  "tables.update": ["owner", "admin", "builder"],
  "knowledge.read": ["owner", "admin", "builder", "viewer"],
  "knowledge.update": ["owner", "admin", "builder"],
  "understanding.read": ["owner", "admin", "builder", "viewer"],
  "understanding.update": ["owner", "admin", "builder"],
  "files.read": ["owner", "admin", "builder", "viewer"],
  "files.update": ["owner", "admin", "builder"],
  "files.open": ["visitor"],
  "conversations.start": ["visitor"],
  "conversations.send": ["visitor"],
  "conversations.read": ["visitor"],
} as const satisfies Record<string, readonly Actor[]>

export type Permission = keyof typeof permissions

/** What a procedure without an organization declares: anyone at all, or anyone who is signed in. */
export type OpenPermission = "anyone" | "signed_in"

/** Tells whether this actor has the permission. */
export function hasPermission(actor: Actor, permission: Permission): boolean {
  const allowed: readonly Actor[] = permissions[permission]
  return allowed.includes(actor)
}

/** A person may hand out, change or take away only roles that are not above their own. */
export function canGrant(actor: Actor, role: Role): boolean {
  if (actor === "visitor") return false
  return roles.indexOf(actor) <= roles.indexOf(role)
}
