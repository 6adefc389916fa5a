import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { roles } from "#catalog/permissions.ts"
import { EmailAddress, isOneLine, LinkToken } from "../accounts/schema.ts"

export const OrgName = z.string().trim().min(1).max(limits.nameChars).refine(isOneLine, {
  error: "must be one line without control characters",
})

export const CreateOrgInput = z.strictObject({ name: OrgName })
export type CreateOrgInput = z.input<typeof CreateOrgInput>

export const RenameOrgInput = z.strictObject({ name: OrgName })
export type RenameOrgInput = z.input<typeof RenameOrgInput>

export const InviteInput = z.strictObject({ email: EmailAddress, role: z.enum(roles) })
export type InviteInput = z.input<typeof InviteInput>

export const InviteLinkInput = z.strictObject({ token: LinkToken })
export type InviteLinkInput = z.input<typeof InviteLinkInput>

export const RevokeInviteInput = z.strictObject({ inviteId: idOf("inv") })
export type RevokeInviteInput = z.input<typeof RevokeInviteInput>

export const SetRoleInput = z.strictObject({ userId: idOf("usr"), role: z.enum(roles) })
export type SetRoleInput = z.input<typeof SetRoleInput>

export const MemberInput = z.strictObject({ userId: idOf("usr") })
export type MemberInput = z.input<typeof MemberInput>

/** The name typed again: deleting an organization cannot be undone. */
export const DeleteOrgInput = z.strictObject({ confirmName: z.string().max(limits.nameChars) })
export type DeleteOrgInput = z.input<typeof DeleteOrgInput>
