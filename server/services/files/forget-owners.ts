import type { Container } from "#server/container.ts"

/**
 * Deletes contents whose organization is gone: what deleting it could not reach, because the store did not
 * answer or the process ended. Gives how many organizations there were.
 */
export async function forgetOwners({
  db,
  files,
}: Pick<Container, "db" | "files">): Promise<number> {
  const owners = await files.listOwners()
  if (owners.length === 0) return 0
  const known = await db.accountsQuery<{ id: string }>(
    "select id from organizations where id = any($1)",
    [owners],
  )
  const kept = new Set(known.map(({ id }) => id))
  const gone = owners.filter((owner) => !kept.has(owner))
  // Each was listed as an organization's folder.
  for (const owner of gone)
    await files.deleteOwner(owner as Parameters<typeof files.deleteOwner>[0])
  return gone.length
}
