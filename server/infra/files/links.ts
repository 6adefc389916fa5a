import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"
import { isId } from "#catalog/ids.ts"
import type { FileLinks, LinkedFile } from "./port.ts"

/** Short of the name's own limit, so that an address stays one that every program takes. */
const shownNameChars = 80

/**
 * Makes addresses of files with a signature: of the organization, the file and the time together, so that
 * none of them can be exchanged.
 *
 * Shape: token `<org>.<file>.<expires in base 36, or 0>.<signature>`.
 */
export function createFileLinks(encryptionKey: string, publicUrl: string): FileLinks {
  const key = Buffer.from(hkdfSync("sha256", encryptionKey, "", "file-link", 32))
  const signatureOf = (text: string) => createHmac("sha256", key).update(text).digest()
  const sign = ({ orgId, fileId, expiresMs }: LinkedFile, name: string) => {
    const text = `${orgId}.${fileId}.${(expiresMs ?? 0).toString(36)}`
    const signature = signatureOf(text).subarray(0, 18).toString("base64url")
    return `/api/v1/files/${text}.${signature}/${encodeURIComponent(plainName(name))}`
  }
  return {
    sign,
    signWhole: (file, name) => publicUrl + sign(file, name),
    read: (token) => {
      const [orgId, fileId, expires = "", signature = "", ...rest] = token.split(".")
      if (!isId("org", orgId) || !isId("fil", fileId) || rest.length > 0) return null
      if (!/^[0-9a-z]{1,10}$/.test(expires) || !/^[\w-]{24}$/.test(signature)) return null
      const expected = signatureOf(`${orgId}.${fileId}.${expires}`).subarray(0, 18)
      if (!timingSafeEqual(expected, Buffer.from(signature, "base64url"))) return null
      const expiresMs = Number.parseInt(expires, 36)
      return { orgId, fileId, expiresMs: expiresMs === 0 ? null : expiresMs }
    },
  }
}

/** The name is there for people: the file is found by the token alone. */
function plainName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._ -]+/gu, "_").trim()
  return Array.from(plain).slice(-shownNameChars).join("").toWellFormed() || "file"
}
