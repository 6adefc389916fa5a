import { BotFiles } from "#components/files/bot-files.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "files.title")

export default async function BotFilesPage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/files`)
  return <BotFiles botId={botId} />
}
