import { KeysPage } from "#components/api-keys/keys-page.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.keys")

export default async function OrganizationKeysPage() {
  await requirePerson("/settings/keys")
  return <KeysPage />
}
