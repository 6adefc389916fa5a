import { MailList } from "#components/mails/mail-list.tsx"
import { requirePerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.mail")

export default async function MailRoute() {
  await requirePerson("/mail")
  return <MailList />
}
