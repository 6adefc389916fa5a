import { PromptsPage } from "#components/prompts/prompts-page.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.prompts")

export default async function OrganizationPromptsPage() {
  await requirePerson("/settings/prompts")
  return <PromptsPage />
}
