import { BotSettings } from "#components/bots/settings/bot-settings.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "settings.title")

export default async function BotSettingsPage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/settings`)
  return <BotSettings botId={botId} />
}
