import { describe, expect, it } from "vitest"
import { newId } from "#catalog/ids.ts"
import type { Files } from "../port.ts"

/** What every store of contents promises. */
export function describeFiles(name: string, open: () => Promise<Files>) {
  const newKey = () => ({ orgId: newId("org"), blobId: newId("blb") })
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)

  describe(name, () => {
    it("gives back every byte that was put, after any number of puts", async () => {
      const files = await open()
      const key = newKey()
      await files.put(key, bytes)
      await files.put(key, bytes)
      expect(new Uint8Array((await files.get(key))!)).toEqual(bytes)
      const empty = newKey()
      await files.put(empty, new Uint8Array())
      expect((await files.get(empty))!.byteLength).toBe(0)
    })

    it("knows nothing of a key that was never put, or was deleted, and deletes what is not there", async () => {
      const files = await open()
      const key = newKey()
      expect(await files.get(key)).toBeNull()
      await files.delete(key)
      await files.put(key, bytes)
      await files.delete(key)
      await files.delete(key)
      expect(await files.get(key)).toBeNull()
    })

    it("keeps organizations apart: the same id is another content", async () => {
      const files = await open()
      const [ours, theirs] = [newKey(), newKey()]
      await files.put(ours, bytes)
      expect(await files.get({ ...theirs, blobId: ours.blobId })).toBeNull()
    })

    it("lists whose contents there are, and deletes all of one of them and nothing else", async () => {
      const files = await open()
      const [ours, theirs] = [newKey(), newKey()]
      await files.put(ours, bytes)
      await files.put({ ...ours, blobId: newId("blb") }, bytes)
      await files.put(theirs, bytes)
      expect(await files.listOwners()).toEqual(expect.arrayContaining([ours.orgId, theirs.orgId]))
      await files.deleteOwner(ours.orgId)
      await files.deleteOwner(ours.orgId)
      expect(await files.get(ours)).toBeNull()
      expect(await files.listOwners()).not.toContain(ours.orgId)
      expect(await files.get(theirs)).not.toBeNull()
    })

    it("refuses a key that is not made of ids before it becomes a path (FIL-02)", async () => {
      const files = await open()
      const { orgId, blobId } = newKey()
      const ids = [
        "../../etc/passwd",
        "..%2f..%2fx",
        "%252e%252e",
        "..\\x",
        "/etc/x",
        `${blobId}\0`,
        "CON",
      ]
      for (const bad of [...ids, "\\\\host\\share", "a".repeat(300), `\u202e${blobId}`, ""]) {
        await expect(files.put({ orgId, blobId: bad }, bytes)).rejects.toThrow("not made of ids")
        // The point is an id of the wrong shape, which the type would not let through.
        const badOrg = { orgId: bad as typeof orgId, blobId }
        await expect(files.get(badOrg)).rejects.toThrow("not made of ids")
        await files.deleteOwner(badOrg.orgId)
      }
    })

    it("says that it can be used", async () => {
      const files = await open()
      await expect(files.check()).resolves.toBeUndefined()
    })
  })
}
