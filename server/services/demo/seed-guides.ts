import { hash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { BotId } from "#catalog/ids.ts"
import { ensureBase } from "#server/records/knowledge/find-base.ts"
import { insertOnce } from "#server/records/knowledge/insert-document.ts"
import type { ServiceContext } from "../context.ts"

const folder = join(import.meta.dirname, "../../../docs/guides")
const baseName = "Guides"
/** The first start has other things to do; nobody asks in its first minute. Units: seconds. */
const quietSeconds = 45

/** Gives the demo bot the guides of the product to answer from. They are read in the background, a while after the start. */
export async function seedGuides(
  { container, orgId }: ServiceContext,
  botId: BotId,
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort()
  const guides = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(folder, name), "utf8") })),
  )
  await container.db.withOrg(orgId, async (tx) => {
    const { id: baseId } = await ensureBase(tx, orgId, botId, baseName)
    for (const { name, content } of guides)
      await insertOnce(tx, orgId, baseId, {
        title: /^# (.+)$/m.exec(content)?.[1] ?? name,
        mimeType: "text/markdown",
        size: Buffer.byteLength(content),
        sha256: hash("sha256", content, "hex"),
        ...{
          blobId: null,
          content,
          url: `${container.publicUrl}/docs/guides/${name.slice(0, -3)}`,
        },
      })
    await tx.rows(
      `update knowledge_documents set due = clock_timestamp() + interval '${quietSeconds} seconds'
       where org_id = $1 and base_id = $2 and state = 'waiting'`,
      [orgId, baseId],
    )
  })
}
