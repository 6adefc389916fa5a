import { ModelsPage } from "#components/models/models-page.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "models.title")

export default async function BotModelsPage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/models`)
  return <ModelsPage botId={botId} />
}
