import { KnowledgePage } from "#components/knowledge/knowledge-page.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "knowledge")

export default async function BotKnowledgePage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/knowledge`)
  return <KnowledgePage botId={botId} />
}
