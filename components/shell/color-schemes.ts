/** What a person may choose for the look of the app; "auto" follows the system. */
export const colorSchemes = [
  { value: "light", icon: "sun" },
  { value: "dark", icon: "moon" },
  { value: "auto", icon: "device-desktop" },
] as const
