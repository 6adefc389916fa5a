import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HostedChat } from "#components/chat/hosted-chat.tsx"
import { findPublicBot } from "../../server.ts"

interface HostedChatPageProps {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: HostedChatPageProps): Promise<Metadata> {
  const bot = await findPublicBot((await params).slug)
  return { title: bot ? { absolute: bot.name } : "Botwright" }
}

export default async function HostedChatPage({ params }: HostedChatPageProps) {
  const { slug } = await params
  const bot = await findPublicBot(slug)
  if (!bot) notFound()
  return <HostedChat slug={slug} name={bot.name} isStaging={bot.isStaging} />
}
