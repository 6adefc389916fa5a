import { createHash } from "node:crypto"
import type { z } from "zod"
import { newId } from "#catalog/ids.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import type { ContactInput } from "./schema.ts"

/**
 * Stores what a visitor says of themselves, as a contact of their own: nothing of it is verified, so it
 * never finds somebody else's contact. A request that is repeated finds the one it made.
 */
export async function insertContact(
  { orgId, container }: VisitorContext,
  contact: z.output<typeof ContactInput>,
  source: string,
  key: string | null,
): Promise<string> {
  const now = container.clock.now()
  const repeat =
    key === null ? null : createHash("sha256").update(`${source}\n${key}`).digest("hex")
  const { attributes, name, ...rest } = contact
  const known = { ...rest, ...attributes }
  const rows = await container.db.tenantQuery<{ id: string }>(
    [orgId],
    `insert into contacts (org_id, id, channel, external_id, name, attributes, created_at, last_seen_at)
     values ($1, $2, 'web', $3, $4, $5::text::jsonb, $6, $6)
     on conflict (org_id, channel, external_id) do update set last_seen_at = excluded.last_seen_at
     returning id`,
    [
      orgId,
      newId("con", now.getTime()),
      repeat === null ? null : `start:${repeat}`,
      name ?? null,
      JSON.stringify(known),
      now,
    ],
  )
  return rows[0]?.id ?? ""
}
