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
