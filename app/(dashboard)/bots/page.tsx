import { BotList } from "#components/bots/bot-list.tsx"
import { requirePerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("bots", "title")

export default async function BotsPage() {
  await requirePerson("/bots")
  return <BotList />
}
