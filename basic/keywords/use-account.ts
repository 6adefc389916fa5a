import { defineCommand } from "./define.ts"

export const useAccount = defineCommand({
  name: "USE ACCOUNT",
  forms: ["USE ACCOUNT {account}"],
  effect: "outside",
  group: "ai",
  summary: "Makes a connected mailbox and drive part of what this conversation knows.",
  params: {
    account: { kind: "text", doc: "The address of the account." },
  },
  result: "nothing",
  raises: ["service.not_set_up"],
  example: 'ON ERROR RESUME NEXT\nUSE ACCOUNT "ana@example.org"\nTALK "Done."',
  canvas: {
    icon: "user",
    family: "ai",
    titleKey: "steps.command",
  },
})
