import { BotTables } from "#components/tables/bot-tables.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "tables.title")

export default async function BotTablesPage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/tables`)
  return <BotTables botId={botId} />
}
