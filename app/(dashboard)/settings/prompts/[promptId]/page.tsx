import { PromptPage } from "#components/prompts/prompt-page.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("shell", "nav.prompts")

export default async function OnePromptPage({ params }: { params: Promise<{ promptId: string }> }) {
  const { promptId } = await params
  await requirePerson(`/settings/prompts/${encodeURIComponent(promptId)}`)
  return <PromptPage promptId={promptId} />
}
