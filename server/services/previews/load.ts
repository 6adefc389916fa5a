import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"
import type { BotId, OrgId, PreviewId, ProvenOrgId, SnapshotId, VersionId } from "#catalog/ids.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { hashToken } from "../accounts/link-token.ts"
import { proveOrg } from "../proven-org.ts"

/** A preview link that is open, with the bot it shows. */
export interface OpenLink {
  readonly orgId: ProvenOrgId
  readonly id: PreviewId
  readonly botId: BotId
  readonly botName: string
  readonly ref: VersionId | SnapshotId | null
  readonly passwordHash: string | null
  readonly expiresAt: Date
}

/** Finds a link by its secret. Throws: AppError "preview.not_found": expired, closed, or its bot is in the bin. */
export async function loadLink({ db, clock }: Container, token: string): Promise<OpenLink> {
  const [place] = await db.dispatcherQuery<{ id: string; orgId: OrgId }>(
    `select id, org_id as "orgId" from previews where token_hash = $1`,
    [hashToken(token)],
  )
  if (place === undefined) throw new AppError("preview.not_found")
  const orgId = proveOrg(place.orgId)
  const [link] = await db.tenantQuery<Omit<OpenLink, "orgId">>(
    [orgId],
    `select p.id, p.bot_id as "botId", b.name as "botName", coalesce(p.version_id, p.snapshot_id) as ref,
       p.password_hash as "passwordHash", p.expires_at as "expiresAt"
     from previews p join bots b on b.org_id = p.org_id and b.id = p.bot_id
     where p.org_id = $1 and p.id = $2 and p.expires_at > $3`,
    [orgId, place.id, clock.now()],
  )
  if (link === undefined) throw new AppError("preview.not_found")
  return { orgId, ...link }
}

/** What a visitor shows instead of the password once it was right. It ends with the link and with its password. */
export function passOf({ secrets }: Container, { id, passwordHash }: OpenLink): string {
  const key = Buffer.from(hkdfSync("sha256", secrets.encryptionKey, "", "preview-pass", 32))
  return createHmac("sha256", key).update(`${id}\n${passwordHash}`).digest("base64url")
}

/** Throws: AppError "preview.password_refused" when the link has a password and this is not its pass. */
export function checkPass(container: Container, link: OpenLink, pass: string): void {
  if (link.passwordHash === null) return
  const wanted = Buffer.from(passOf(container, link))
  const given = Buffer.from(pass)
  if (wanted.length === given.length && timingSafeEqual(wanted, given)) return
  throw new AppError("preview.password_refused")
}
