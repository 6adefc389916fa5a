import { AccountSettings } from "#components/account/account-settings.tsx"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.account")

export default function AccountPage() {
  return <AccountSettings />
}
