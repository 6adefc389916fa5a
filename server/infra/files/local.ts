import { randomBytes } from "node:crypto"
import { access, constants, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { type BlobKey, checkKey, type Files, isOwner } from "./port.ts"

/**
 * Keeps contents as files of a folder, for installations with one machine.
 *
 * Shape: `<folder>/<org>/<two letters of the id>/<id>`; folders 0700, files 0600. A file appears whole or
 * not at all: it is written beside its place, synced, and renamed.
 */
export function createLocalFiles(folder: string): Files {
  return {
    put: async (key, bytes) => {
      const { parent, path } = placeOf(folder, key)
      await mkdir(parent, { recursive: true, mode: 0o700 })
      const draft = join(parent, `.${key.blobId}-${randomBytes(6).toString("hex")}`)
      try {
        await writeSynced(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    get: async (key) => {
      try {
        return await readFile(placeOf(folder, key).path)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    delete: (key) => rm(placeOf(folder, key).path, { force: true }),
    listOwners: async () => {
      try {
        return (await readdir(folder)).filter(isOwner)
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    },
    deleteOwner: async (orgId) => {
      if (isOwner(orgId)) await rm(join(folder, orgId), { recursive: true, force: true })
    },
    check: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await access(folder, constants.W_OK)
    },
  }
}

function placeOf(folder: string, key: BlobKey) {
  checkKey(key)
  // The last letters are random; the first ones are the time, and would fill one folder after the other.
  const parent = join(folder, key.orgId, key.blobId.slice(-2))
  return { parent, path: join(parent, key.blobId) }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT"
}
