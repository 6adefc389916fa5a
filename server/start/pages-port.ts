import { readPerson } from "#server/auth/read-person.ts"
import type { Container, PagesPort } from "#server/container.ts"
import { openDocuments } from "#server/http/documents.ts"
import { findPublicBot } from "#server/services/bots/prove-public.ts"
import { hearsVoice } from "#server/services/models/hears-voice.ts"
import { findInvitation } from "#server/services/orgs/find-invitation.ts"

/** Builds what pages may ask the running server for. */
export function createPagesPort(container: Container, mark: string | null): PagesPort {
  return {
    publicUrl: container.publicUrl,
    documents: openDocuments(),
    mark,
    findPerson: async (cookieHeader) => {
      const person = await readPerson(container, cookieHeader)
      return person === null ? null : { id: person.userId, email: person.email, name: person.name }
    },
    findPublicBot: async (slug) => {
      const bot = await findPublicBot(container, slug)
      if (!bot?.isPublished) return null
      const hasVoice = await hearsVoice(container, bot)
      return { id: bot.slug, name: bot.name, isStaging: bot.environment === "staging", hasVoice }
    },
    findInvitation: async (token) => {
      const found = token.length <= 100 ? await findInvitation(container, token) : null
      return found === null
        ? null
        : { orgName: found.orgName, role: found.role, email: found.email }
    },
  }
}
