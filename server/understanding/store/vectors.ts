import { createHash } from "node:crypto"
import type { OrgId } from "#catalog/ids.ts"
import type { Database } from "#db/client.ts"

export interface VectorPlace {
  readonly orgId: OrgId
  readonly botId: string
  readonly model: string
}

const perStatement = 500

/** What a text is kept under. */
export const hashText = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 32)

/** Vectors that were computed before, by the hash of their texts. */
export async function readVectors(
  db: Database,
  { orgId, botId, model }: VectorPlace,
  hashes: readonly string[],
): Promise<Map<string, Float32Array>> {
  const found = new Map<string, Float32Array>()
  for (let at = 0; at < hashes.length; at += perStatement) {
    const rows = await db.withOrg(orgId, (tx) =>
      tx.rows<{ hash: string; embedding: Uint8Array }>(
        `select text_hash as hash, embedding from example_vectors
         where org_id = $1 and bot_id = $2 and model = $3 and text_hash = any($4::text[])`,
        [orgId, botId, model, hashes.slice(at, at + perStatement)],
      ),
    )
    for (const { hash, embedding } of rows) found.set(hash, toNumbers(embedding))
  }
  return found
}

/** Keeps vectors; those of a bot that was deleted meanwhile are not kept. */
export async function keepVectors(
  db: Database,
  { orgId, botId, model }: VectorPlace,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const all = [...vectors]
  for (let at = 0; at < all.length; at += perStatement) {
    const part = all.slice(at, at + perStatement)
    await db.withOrg(orgId, (tx) =>
      tx.rows(
        `insert into example_vectors (org_id, bot_id, model, text_hash, embedding)
         select $1, b.id, $3, v.hash, decode(v.hex, 'hex')
         from bots b, unnest($4::text[], $5::text[]) as v(hash, hex)
         where b.org_id = $1 and b.id = $2
         on conflict do nothing`,
        [orgId, botId, model, part.map(([hash]) => hash), part.map(([, vector]) => toHex(vector))],
      ),
    )
  }
}

const toHex = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("hex")

/** A copy: bytes from the database begin at any place. */
const toNumbers = (bytes: Uint8Array): Float32Array =>
  new Float32Array(new Uint8Array(bytes).buffer)
