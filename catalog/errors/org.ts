import type { ErrorDefinition } from "./define.ts"

/** Organizations, their members, invitations and limits. */
export const orgErrors = {
  "org.not_found": {
    status: 404,
    retry: "never",
    title: "No such organization",
    detail: () => "There is no organization with this id that you belong to.",
    fix: "Choose one of your organizations, or ask to be invited.",
  },
  "org.last_owner": {
    status: 409,
    retry: "changed",
    title: "Last owner",
    detail: () => "An organization always has an owner, and this is its last one.",
    fix: "Make another member an owner first, or delete the organization.",
  },
  "org.name_mismatch": {
    status: 409,
    retry: "changed",
    title: "Name does not match",
    detail: () => "The name typed to confirm is not the name of the organization.",
    fix: "Type the name of the organization exactly as it is shown.",
  },
  "member.not_found": {
    status: 404,
    retry: "never",
    title: "No such member",
    detail: () => "There is no member with this id in the organization.",
    fix: "Reload the list of members.",
  },
  "member.already": {
    status: 409,
    retry: "never",
    title: "Already a member",
    detail: (f: { email: string }) => `${f.email} already belongs to this organization.`,
    fix: "Change the role in the list of members instead.",
  },
  "plan.bot_limit": {
    status: 402,
    retry: "never",
    title: "Bot limit reached",
    detail: (f: { used: number; limit: number }) =>
      `This organization has ${f.used} of ${f.limit} bots.`,
    fix: "Delete a bot first.",
  },
  "plan.org_limit": {
    status: 402,
    retry: "never",
    title: "Organization limit reached",
    detail: (f: { used: number; limit: number }) =>
      `You belong to ${f.used} of at most ${f.limit} organizations.`,
    fix: "Leave or delete an organization first.",
  },
  "plan.member_limit": {
    status: 402,
    retry: "never",
    title: "Member limit reached",
    detail: (f: { used: number; limit: number }) =>
      `This organization has ${f.used} of ${f.limit} members and open invitations.`,
    fix: "Remove a member first.",
  },
} as const satisfies Record<string, ErrorDefinition>
