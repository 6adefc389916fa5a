import { BuilderPage } from "#components/editor/builder-page.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "title")

export default async function BotPage({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}`)
  return <BuilderPage botId={botId} />
}
