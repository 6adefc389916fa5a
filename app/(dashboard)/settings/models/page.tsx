import { ModelsPage } from "#components/models/models-page.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "models.title")

export default async function OrganizationModelsPage() {
  await requirePerson("/settings/models")
  return <ModelsPage />
}
