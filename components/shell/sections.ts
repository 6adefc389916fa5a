/** The places of the dashboard, in the order of the sidebar. `labelKey` is a key of `shell`. */
export const sections = [
  { href: "/bots", icon: "robot", labelKey: "nav.bots", group: "work" },
  {
    href: "/settings/organization",
    icon: "building",
    labelKey: "nav.organization",
    group: "settings",
  },
  { href: "/settings/members", icon: "users", labelKey: "nav.members", group: "settings" },
  { href: "/settings/account", icon: "user", labelKey: "nav.account", group: "settings" },
] as const
