/** Bots to begin with, in the order of the gallery. Their words are in the catalogues: `starter.<id>.title`, `.text`. */
export const starters = [
  { id: "support-faq", icon: "message-question", family: "say", shelf: "service" },
  { id: "lead-capture", icon: "user-plus", family: "people", shelf: "sales" },
  { id: "appointment-booking", icon: "calendar", family: "ask", shelf: "booking" },
  { id: "order-status", icon: "route", family: "data", shelf: "service" },
  { id: "feedback", icon: "message-2", family: "ask", shelf: "service" },
  { id: "quiz", icon: "puzzle", family: "decide", shelf: "people" },
  { id: "job-application", icon: "clipboard", family: "people", shelf: "people" },
  { id: "event-sign-up", icon: "flag", family: "ask", shelf: "booking" },
  { id: "it-help-desk", icon: "headset", family: "connect", shelf: "service" },
  { id: "real-estate", icon: "home", family: "data", shelf: "sales" },
  { id: "restaurant", icon: "list", family: "say", shelf: "booking" },
  { id: "onboarding", icon: "checklist", family: "flow", shelf: "people" },
] as const

export type StarterId = (typeof starters)[number]["id"]
export const starterShelves = ["service", "sales", "booking", "people"] as const
export type StarterShelf = (typeof starterShelves)[number]
/** The languages that all of them speak; the first is the one they are written in. */
export const starterLanguages = ["en", "pt", "es"] as const

const starterIds = starters.map(({ id }) => id)

/** What a bot can be made from. */
export const templates = ["empty", "welcome", ...starterIds] as const
export type BotTemplate = "empty" | "welcome" | StarterId
