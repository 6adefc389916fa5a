import type { ChatTicket, TicketStore } from "#sdk/index.ts"

/**
 * Keeps the proof of a conversation in the browser, so that it goes on after a reload.
 *
 * A browser that forbids storage begins anew each time.
 */
export function createTicketStore(bot: string): TicketStore {
  const key = `botwright:${window.location.origin}:${bot}`
  return {
    load: () => {
      try {
        const ticket: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null")
        return isTicket(ticket) ? ticket : null
      } catch {
        return null
      }
    },
    save: (ticket) => {
      try {
        if (ticket) window.localStorage.setItem(key, JSON.stringify(ticket))
        else window.localStorage.removeItem(key)
      } catch {
        // The conversation then lasts as long as the page.
      }
    },
  }
}

function isTicket(value: unknown): value is ChatTicket {
  if (typeof value !== "object" || value === null) return false
  return (
    "id" in value &&
    typeof value.id === "string" &&
    "token" in value &&
    typeof value.token === "string"
  )
}
