import { RecordingList } from "#components/recordings/recording-list.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "talks.title")

export default async function ConversationsPage({
  params,
}: {
  params: Promise<{ botId: string }>
}) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/conversations`)
  return <RecordingList botId={botId} />
}
