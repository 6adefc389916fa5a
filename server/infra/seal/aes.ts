import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import type { Seal } from "./port.ts"

const algorithm = "aes-256-gcm"
const nonceBytes = 12
const tagBytes = 16
/** Says how the rest is to be read, should there ever be another way. */
const format = "s1."

/** Seals with AES-256-GCM under a key made from the installation's. */
export function createSeal(encryptionKey: string): Seal {
  const key = Buffer.from(hkdfSync("sha256", encryptionKey, "", "botwright stored secrets", 32))
  return {
    close(plain) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce)
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
      return format + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")
    },
    open(sealed) {
      if (!sealed.startsWith(format)) return null
      const bytes = Buffer.from(sealed.slice(format.length), "base64url")
      if (bytes.length < nonceBytes + tagBytes) return null
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        const body = bytes.subarray(nonceBytes + tagBytes)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8")
      } catch {
        return null
      }
    },
  }
}
