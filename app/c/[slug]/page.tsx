import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HostedChat } from "#components/chat/hosted-chat.tsx"
import { findPublicBot } from "../../server.ts"
import { describeChat } from "../../titles.ts"

interface HostedChatPageProps {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: HostedChatPageProps): Promise<Metadata> {
  const bot = await findPublicBot((await params).slug)
  if (!bot) return { title: "Botwright" }
  return { title: { absolute: bot.name }, ...(await describeChat(bot.name)) }
}

export default async function HostedChatPage({ params }: HostedChatPageProps) {
  const { slug } = await params
  const bot = await findPublicBot(slug)
  if (!bot) notFound()
  return <HostedChat slug={slug} name={bot.name} isStaging={bot.isStaging} />
}
