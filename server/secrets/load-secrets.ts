import { createHmac, randomBytes } from "node:crypto"
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { type Env, isStrongSecret } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"

/** What only this installation knows. Never logged, never sent anywhere. */
export interface Secrets {
  /** Signs session cookies. */
  readonly sessionSecret: string
  /** Encrypts stored credentials. */
  readonly encryptionKey: string
  /** The password of the demo account, made at random. */
  readonly demoPassword: string
}

const StoredSecrets = z.object({
  sessionSecret: z.string(),
  encryptionKey: z.string(),
  demoPassword: z.string().min(12),
})

/**
 * Reads `DATA_DIR/secrets.json`, making it on the first run, readable by its owner only.
 *
 * SESSION_SECRET and ENCRYPTION_KEY, when set, stand above the file.
 * Throws: StartRefusal when the folder cannot be written or the file holds something else.
 */
export async function loadSecrets(
  env: Pick<Env, "dataDir" | "sessionSecret" | "encryptionKey">,
): Promise<Secrets> {
  const path = join(env.dataDir, "secrets.json")
  const stored = (await readStored(path)) ?? (await makeStored(env, path))
  const secrets = {
    ...stored,
    sessionSecret: env.sessionSecret ?? stored.sessionSecret,
    encryptionKey: env.encryptionKey ?? stored.encryptionKey,
  }
  for (const name of ["sessionSecret", "encryptionKey"] as const)
    if (!isStrongSecret(secrets[name]))
      throw new StartRefusal(
        `The ${name} in ${path} is too weak to keep anything safe; restore the file from a backup, or move it away to begin with new secrets (everyone is then signed out).`,
      )
  return secrets
}

async function readStored(path: string): Promise<Secrets | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null
    throw new StartRefusal(
      `${path} cannot be read (${error.code}); make it readable for the user who starts the server.`,
    )
  })
  if (text === null) return null
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) await chmod(path, 0o600)
  const parsed = StoredSecrets.safeParse(parseJson(text))
  if (!parsed.success)
    throw new StartRefusal(
      `${path} is damaged or incomplete; restore it from a backup, or move it away to begin with new secrets (everyone is then signed out).`,
    )
  return parsed.data
}

async function makeStored(
  { dataDir, sessionSecret }: Pick<Env, "dataDir" | "sessionSecret">,
  path: string,
): Promise<Secrets> {
  const secrets: Secrets = {
    sessionSecret: randomBytes(48).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64url"),
    demoPassword: makeDemoPassword(sessionSecret),
  }
  const draft = `${path}.${randomBytes(6).toString("hex")}`
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" })
    // A link fails when the file exists by now, so two first starts agree on one set of secrets.
    await link(draft, path)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error
    if (code === "EEXIST") return (await readStored(path)) ?? secrets
    throw new StartRefusal(
      `The folder ${dataDir} cannot be written (${code}); make it writable for the user who starts the server, or name another one with DATA_DIR.`,
    )
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
  return secrets
}

/** Processes that share a secret name the same password, each in its own folder. */
function makeDemoPassword(sharedSecret: string | null): string {
  if (sharedSecret === null) return randomBytes(12).toString("base64url")
  return createHmac("sha256", sharedSecret).update("demo password").digest("base64url").slice(0, 16)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
