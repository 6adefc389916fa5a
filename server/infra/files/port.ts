import type { OrgId } from "#catalog/ids.ts"

/** Names one content in the store. Both parts are ids this server made: no text of a person becomes a path. */
export interface BlobKey {
  readonly orgId: OrgId
  /** `blb_...` */
  readonly blobId: string
}

/**
 * Keeps the contents of files: written once, never changed, read whole. Which paths name them, who may
 * read them and when they go stands in the database.
 */
export interface Files {
  /** Keeps a content; it is safe once this resolves. The same key again with the same bytes changes nothing. */
  put(key: BlobKey, bytes: Uint8Array): Promise<void>
  /** Null when there is no such content. */
  get(key: BlobKey): Promise<Uint8Array | null>
  /** Deletes a content; one that is not there is fine. */
  delete(key: BlobKey): Promise<void>
  /** Every organization that has contents here, even one that is gone from the database. */
  listOwners(): Promise<string[]>
  /** Deletes everything of an organization. */
  deleteOwner(orgId: OrgId): Promise<void>
  /** Rejects when the store cannot be used. */
  check(): Promise<void>
}

/** Whose file an address opens, and until when. */
export interface LinkedFile {
  readonly orgId: OrgId
  readonly fileId: string
  /** Units: ms since 1970 UTC; null for an address that stays good as long as the file is there. */
  readonly expiresMs: number | null
}

/** Makes and reads addresses of single files. An address is its own proof: whoever has it may read that file. */
export interface FileLinks {
  /** Below the address of the server: `/api/v1/files/<token>/<name>`. */
  sign(file: LinkedFile, name: string): string
  /** The same with the address of the server in front. */
  signWhole(file: LinkedFile, name: string): string
  /** Null for a token this installation did not make. It says nothing about whether the time is over. */
  read(token: string): LinkedFile | null
}

const orgPattern = /^org_[0-9a-z]{26}$/
const blobPattern = /^blb_[0-9a-z]{26}$/

/** Tells whether a name is an organization's; anything else in the store is left alone. */
export function isOwner(name: string): name is OrgId {
  return orgPattern.test(name)
}

/** Throws Error for a key that is not made of ids: a mistake of ours, which must never reach a path. */
export function checkKey({ orgId, blobId }: BlobKey): void {
  if (!orgPattern.test(orgId) || !blobPattern.test(blobId))
    throw new Error("The key of a content is not made of ids.")
}
