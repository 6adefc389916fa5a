import { decideApproval } from "#server/services/approvals/decide.ts"
import { listApprovals } from "#server/services/approvals/list.ts"
import { orgMutation, orgQuery, router } from "./trpc.ts"

export const approvalsRouter = router({
  list: orgQuery(listApprovals),
  decide: orgMutation(decideApproval),
})
