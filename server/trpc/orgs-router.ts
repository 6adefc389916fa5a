import { acceptInvite } from "#server/services/orgs/accept-invite.ts"
import { createOrg } from "#server/services/orgs/create.ts"
import { deleteOrg } from "#server/services/orgs/delete.ts"
import { previewInvite } from "#server/services/orgs/find-invitation.ts"
import { invite } from "#server/services/orgs/invite.ts"
import { leaveOrg } from "#server/services/orgs/leave.ts"
import { listOrgs } from "#server/services/orgs/list.ts"
import { listMembers } from "#server/services/orgs/list-members.ts"
import { removeMember } from "#server/services/orgs/remove-member.ts"
import { renameOrg } from "#server/services/orgs/rename.ts"
import { revokeInvite } from "#server/services/orgs/revoke-invite.ts"
import { setRole } from "#server/services/orgs/set-role.ts"
import { transferOrg } from "#server/services/orgs/transfer.ts"
import { openQuery, orgMutation, orgQuery, personMutation, personQuery, router } from "./trpc.ts"

export const orgsRouter = router({
  list: personQuery(listOrgs),
  create: personMutation(createOrg),
  rename: orgMutation(renameOrg),
  members: orgQuery(listMembers),
  invite: orgMutation(invite),
  revokeInvite: orgMutation(revokeInvite),
  invitation: openQuery(previewInvite),
  acceptInvite: personMutation(acceptInvite),
  setRole: orgMutation(setRole),
  removeMember: orgMutation(removeMember),
  leave: orgMutation(leaveOrg),
  transfer: orgMutation(transferOrg),
  delete: orgMutation(deleteOrg),
})
