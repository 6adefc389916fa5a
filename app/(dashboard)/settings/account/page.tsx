import { AccountSettings } from "#components/account/account-settings.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.account")

export default async function AccountPage() {
  await requirePerson("/settings/account")
  return <AccountSettings />
}
