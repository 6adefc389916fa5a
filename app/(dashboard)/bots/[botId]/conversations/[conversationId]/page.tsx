import { RecordingPage } from "#components/recordings/recording-page.tsx"
import { requirePerson } from "../../../../../gate.ts"
import { titleOf } from "../../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "talks.one")

interface Params {
  params: Promise<{ botId: string; conversationId: string }>
}

export default async function ConversationPage({ params }: Params) {
  const { botId, conversationId } = await params
  const path = [botId, "conversations", conversationId].map(encodeURIComponent).join("/")
  await requirePerson(`/bots/${path}`)
  return <RecordingPage conversationId={conversationId} />
}
