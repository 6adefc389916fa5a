import { InboxPage } from "#components/inbox/inbox-page.tsx"
import { requirePerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.inbox")

export default async function InboxRoute() {
  await requirePerson("/inbox")
  return <InboxPage />
}
