import { limits } from "#catalog/limits.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { type ArchiveEntry, DocumentRefused } from "#server/infra/documents/port.ts"
import type { ServiceContext } from "../context.ts"
import { defineVerb } from "../define-verb.ts"
import { spend } from "../spend.ts"
import { parsePackage } from "./parse-package.ts"
import { ImportPackageInput } from "./schema.ts"
import { type StoredBot, storeContent } from "./store.ts"

/**
 * Makes a new bot of a package. The whole of it is read and checked before anything is stored; nothing of it
 * runs, and no bot that is there is touched.
 *
 * Throws: AppError "package.*", "plan.bot_limit", "script.limit", "file.quota_reached", "request.too_many".
 */
export const importPackage = defineVerb({
  name: "packages.import",
  permission: "bots.create",
  input: ImportPackageInput,
  audit: "bot.created",
  run: async (context: ServiceContext, { bytes, name }): Promise<StoredBot> => {
    const { container, userId, orgId } = context
    await spend(container, "uploadPerUser", userId ?? orgId)
    const content = parsePackage(await unpack(container, bytes))
    const from = content.name
    return storeContent(context, { ...content, name: name ?? from }, { package: from })
  },
})

async function unpack({ documentWork }: Container, bytes: Uint8Array): Promise<ArchiveEntry[]> {
  const entries = await readArchive(documentWork, bytes)
  const size = entries.reduce((sum, entry) => sum + entry.bytes.byteLength, 0)
  if (size > Math.max(1_000_000, bytes.byteLength * limits.packageDensity))
    throw new AppError("package.too_dense", { most: limits.packageDensity })
  return entries
}

async function readArchive(
  documents: Container["documentWork"],
  bytes: Uint8Array,
): Promise<ArchiveEntry[]> {
  const { packageBytes: maxBytes, packageParts } = limits
  try {
    // One more than is taken, so that a package with too many is told from one that is too large.
    const entries = await documents.run("unzip", { bytes, maxEntries: packageParts, maxBytes })
    return entries
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error
    if (error.code !== "document.too_large")
      throw new AppError("package.unreadable", undefined, { cause: error })
    if (/entries/.test(error.message))
      throw new AppError("package.too_many_parts", { limit: packageParts }, { cause: error })
    throw new AppError("package.too_large", { limitBytes: maxBytes }, { cause: error })
  }
}
