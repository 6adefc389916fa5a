import { OrganizationSettings } from "#components/organization/organization-settings.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.organization")

export default async function OrganizationPage() {
  await requirePerson("/settings/organization")
  return <OrganizationSettings />
}
