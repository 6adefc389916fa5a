import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

export const ListApprovalsInput = z.strictObject({})
export type ListApprovalsInput = z.input<typeof ListApprovalsInput>

export const DecideApprovalInput = z.strictObject({
  approvalId: idOf("apv"),
  isApproved: z.boolean(),
  comment: z.string().trim().max(500).refine(isStorable, unstorable).default(""),
})
export type DecideApprovalInput = z.input<typeof DecideApprovalInput>
