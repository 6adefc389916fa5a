import type { ChatTicket, TicketStore } from "../sdk/chat/types.ts"

/** Keeps a conversation's ticket in the page's storage; a page that forbids storage starts anew each time. */
export function ticketStore(origin: string, bot: string): TicketStore {
  const key = `botwright:${origin}:${bot}`
  return {
    load() {
      try {
        const ticket: unknown = JSON.parse(localStorage.getItem(key) ?? "null")
        return isTicket(ticket) ? ticket : null
      } catch {
        return null
      }
    },
    save(ticket) {
      try {
        if (ticket) localStorage.setItem(key, JSON.stringify(ticket))
        else localStorage.removeItem(key)
      } catch {
        // The page forbids storage: the conversation lives as long as the page.
      }
    },
  }
}

function isTicket(value: unknown): value is ChatTicket {
  return (
    !!value &&
    typeof value === "object" &&
    "id" in value &&
    typeof value.id === "string" &&
    "token" in value &&
    typeof value.token === "string"
  )
}
