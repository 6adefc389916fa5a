import { NewBot } from "#components/bots/new-bot.tsx"
import { requirePerson } from "../../../gate.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("bots", "starters.question")

export default async function NewBotPage() {
  await requirePerson("/bots/new")
  return <NewBot />
}
