import type { Permission } from "./permissions.ts"

/**
 * What a key of the API may be allowed: the permissions that operations of the API ask for. A key is given some of
 * them, and never does more than the person who made it may at the moment it is used.
 */
export const keyScopes = [
  "bots.read",
  "bots.create",
  "bots.update",
  "bots.publish",
  "bots.delete",
  "knowledge.read",
  "knowledge.update",
  "recordings.read",
] as const satisfies readonly Permission[]
export type KeyScope = (typeof keyScopes)[number]

/** What nearly every key is for, to choose from. */
export const keyPresets = {
  read: ["bots.read", "knowledge.read"],
  knowledge: ["bots.read", "knowledge.read", "knowledge.update"],
  build: [
    "bots.read",
    "bots.create",
    "bots.update",
    "bots.publish",
    "knowledge.read",
    "knowledge.update",
  ],
  conversations: ["bots.read", "recordings.read"],
} as const satisfies Record<string, readonly KeyScope[]>
export type KeyPreset = keyof typeof keyPresets

/** How long a key may last, in days; null for as long as nobody revokes it. */
export const keyLifetimes = [7, 30, 90, 365, null] as const
