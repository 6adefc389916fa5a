import { EvaluationPage } from "#components/evaluations/evaluation-page.tsx"
import { requirePerson } from "../../../../gate.ts"
import { titleOf } from "../../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "evaluation")

export default async function BotEvaluationPage({
  params,
}: {
  params: Promise<{ botId: string }>
}) {
  const { botId } = await params
  await requirePerson(`/bots/${encodeURIComponent(botId)}/evaluation`)
  return <EvaluationPage botId={botId} />
}
