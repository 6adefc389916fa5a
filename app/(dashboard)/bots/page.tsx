import { BotList } from "#components/bots/bot-list.tsx"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("bots", "title")

export default function BotsPage() {
  return <BotList />
}
