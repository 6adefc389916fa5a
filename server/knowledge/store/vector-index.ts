import { createHash } from "node:crypto"
import type { Database } from "#db/client.ts"

/** From so many vectors on an index is worth making: below, comparing them all is as fast. */
const leastVectors = 20_000

/**
 * Makes the index over the vectors of the embedder that comes with the product, once there are enough. While it
 * is made documents wait. True when it is there.
 */
export async function ensureVectorIndex(db: Database): Promise<boolean> {
  return await db.asOwner(async (tx) => {
    const [known] = await tx.rows(
      "select from pg_indexes where indexname = 'knowledge_vectors_nearest'",
    )
    if (known !== undefined) return true
    const [size] = await tx.rows<{ pages: number }>(
      "select (pg_relation_size('knowledge_vectors') / 8192)::int as pages",
    )
    // A page holds seven of them; estimates of rows lag behind.
    if ((size?.pages ?? 0) * 7 < leastVectors) return false
    await tx.rows("set local maintenance_work_mem = '256MB'")
    await tx.rows(
      `create index knowledge_vectors_nearest on knowledge_vectors
       using hnsw ((embedding::halfvec(512)) halfvec_ip_ops) with (m = 16, ef_construction = 64)
       where model = 'use-lite-en'`,
    )
    return true
  })
}

/** Longer vectors cannot be indexed. Units: numbers. */
const mostDims = 4_000

/**
 * Makes the index over the vectors of one model and length, when it is not there. While it is made documents wait.
 * False for a model that cannot have one.
 */
export async function ensureModelIndex(
  db: Database,
  model: string,
  dims: number,
): Promise<boolean> {
  if (!Number.isInteger(dims) || dims < 1 || dims > mostDims) return false
  const name = `knowledge_vectors_of_${createHash("sha256").update(`${model} ${dims}`).digest("hex").slice(0, 16)}`
  return await db.asOwner(async (tx) => {
    const [known] = await tx.rows("select from pg_indexes where indexname = $1", [name])
    if (known !== undefined) return true
    const [literal] = await tx.rows<{ model: string }>("select quote_literal($1::text) as model", [
      model,
    ])
    await tx.rows("set local maintenance_work_mem = '256MB'")
    await tx.rows(
      `create index if not exists ${name} on knowledge_vectors
       using hnsw ((embedding::halfvec(${dims})) halfvec_ip_ops) with (m = 16, ef_construction = 64)
       where model = ${literal?.model} and vector_dims(embedding) = ${dims}`,
    )
    return true
  })
}

/** The indexes a process has asked for, so that it asks once. */
const wanted = new WeakMap<Database, Set<string>>()

/** Has the index of a model made while others go on; what cannot be made is asked for again with the next start. */
export function wantModelIndex(db: Database, model: string, dims: number): void {
  const known = wanted.get(db) ?? new Set<string>()
  wanted.set(db, known)
  const key = `${model} ${dims}`
  if (known.has(key)) return
  known.add(key)
  void ensureModelIndex(db, model, dims).catch(() => false)
}
