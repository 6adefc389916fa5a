/** The folders at the top that hold code. */
export const codeFolders = [
  "app",
  "basic",
  "bench",
  "catalog",
  "cli",
  "components",
  "db",
  "e2e",
  "scripts",
  "sdk",
  "server",
  "widget",
  "workers",
]
