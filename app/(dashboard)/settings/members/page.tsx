import { MemberList } from "#components/organization/member-list.tsx"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.members")

export default function MembersPage() {
  return <MemberList />
}
