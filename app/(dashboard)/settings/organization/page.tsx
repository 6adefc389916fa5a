import { OrganizationSettings } from "#components/organization/organization-settings.tsx"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.organization")

export default function OrganizationPage() {
  return <OrganizationSettings />
}
