import { UnderstandingPage } from "#components/understanding/understanding-page.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "understanding")

export default async function BotUnderstandingPage({
  params,
}: {
  params: Promise<{ botId: string }>
}) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/understanding`)
  return <UnderstandingPage botId={botId} />
}
