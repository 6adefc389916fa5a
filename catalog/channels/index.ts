import type { Channel } from "./define.ts"
import { email } from "./email.ts"
import { instagram } from "./instagram.ts"
import { messenger } from "./messenger.ts"
import { slack } from "./slack.ts"
import { sms } from "./sms.ts"
import { telegram } from "./telegram.ts"
import { web } from "./web.ts"
import { whatsapp } from "./whatsapp.ts"

/** The registry: every channel a bot may speak on, the web first. */
export const channels: readonly Channel[] = [
  web,
  whatsapp,
  telegram,
  messenger,
  instagram,
  slack,
  sms,
  email,
]

export const findChannel = (id: string): Channel | null =>
  channels.find((channel) => channel.id === id) ?? null
