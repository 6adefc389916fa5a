import { type BlobKey, checkKey, type Files, isOwner } from "./port.ts"

/** Keeps contents in memory: for tests. */
export function createMemoryFiles(): Files {
  const contents = new Map<string, Uint8Array>()
  const nameOf = (key: BlobKey) => {
    checkKey(key)
    return `${key.orgId}/${key.blobId}`
  }
  return {
    put: async (key, bytes) => {
      contents.set(nameOf(key), new Uint8Array(bytes))
    },
    get: async (key) => contents.get(nameOf(key)) ?? null,
    delete: async (key) => {
      contents.delete(nameOf(key))
    },
    listOwners: async () => [
      ...new Set([...contents.keys()].map((name) => name.split("/")[0] ?? "").filter(isOwner)),
    ],
    deleteOwner: async (orgId) => {
      for (const name of contents.keys()) if (name.startsWith(`${orgId}/`)) contents.delete(name)
    },
    check: async () => {},
  }
}
