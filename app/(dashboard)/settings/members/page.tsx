import { MemberList } from "#components/organization/member-list.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.members")

export default async function MembersPage() {
  await requirePerson("/settings/members")
  return <MemberList />
}
