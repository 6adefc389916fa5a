import type { Permission } from "#catalog/permissions.ts"

interface Section {
  readonly href: string
  readonly icon: string
  readonly labelKey:
    | "nav.bots"
    | "nav.inbox"
    | "nav.tasks"
    | "nav.mail"
    | "nav.organization"
    | "nav.members"
    | "nav.models"
    | "nav.prompts"
    | "nav.keys"
    | "nav.account"
  readonly group: "work" | "settings"
  /** Who may see it; everybody when left out. */
  readonly permission?: Permission
}

/** The places of the dashboard, in the order of the sidebar. `labelKey` is a key of `shell`. */
export const sections: readonly Section[] = [
  { href: "/bots", icon: "robot", labelKey: "nav.bots", group: "work" },
  {
    href: "/inbox",
    icon: "headset",
    labelKey: "nav.inbox",
    group: "work",
    permission: "inbox.read",
  },
  {
    href: "/tasks",
    icon: "checklist",
    labelKey: "nav.tasks",
    group: "work",
    permission: "tasks.read",
  },
  { href: "/mail", icon: "mail", labelKey: "nav.mail", group: "work", permission: "mails.read" },
  {
    href: "/settings/organization",
    icon: "building",
    labelKey: "nav.organization",
    group: "settings",
  },
  { href: "/settings/members", icon: "users", labelKey: "nav.members", group: "settings" },
  {
    href: "/settings/models",
    icon: "sparkles",
    labelKey: "nav.models",
    group: "settings",
    permission: "models.read",
  },
  {
    href: "/settings/prompts",
    icon: "message-2",
    labelKey: "nav.prompts",
    group: "settings",
    permission: "prompts.read",
  },
  {
    href: "/settings/keys",
    icon: "key",
    labelKey: "nav.keys",
    group: "settings",
    permission: "keys.read",
  },
  { href: "/settings/account", icon: "user", labelKey: "nav.account", group: "settings" },
]
