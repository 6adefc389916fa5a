import type { StatusTone } from "../ui/status-dot.tsx"

/** How the state of a conversation is shown. */
export const stateTones: Record<"waiting" | "person" | "ended" | "failed", StatusTone> = {
  waiting: "waiting",
  person: "waiting",
  ended: "good",
  failed: "bad",
}
