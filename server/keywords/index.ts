import { allowRoleHandler } from "./allow-role.ts"
import { aiHandlers } from "./families/ai.ts"
import { botHandlers } from "./families/bot.ts"
import { dialogHandlers } from "./families/dialog.ts"
import { eventHandlers } from "./families/event.ts"
import { fileHandlers } from "./families/file.ts"
import { httpHandlers } from "./families/http.ts"
import { mailHandlers } from "./families/mail.ts"
import { mediaHandlers } from "./families/media.ts"
import { memoryHandlers } from "./families/memory.ts"
import { peopleHandlers } from "./families/people.ts"
import { scriptHandlers } from "./families/script.ts"
import { socialHandlers } from "./families/social.ts"
import { tableHandlers } from "./families/tables.ts"
import { taskHandlers } from "./families/task.ts"
import type { Handlers, HandlerTable } from "./handler.ts"

/** The registry: what the server does for each command. A command that is missing here does not compile. */
const table = {
  ...dialogHandlers,
  ...memoryHandlers,
  ...tableHandlers,
  ...httpHandlers,
  ...fileHandlers,
  ...mailHandlers,
  ...taskHandlers,
  ...aiHandlers,
  ...botHandlers,
  ...eventHandlers,
  ...peopleHandlers,
  ...socialHandlers,
  ...mediaHandlers,
  ...scriptHandlers,
} satisfies HandlerTable

export const handlers: Handlers = new Map([
  ...Object.entries(table),
  // A declaration that the compiler puts before the first line.
  ["ALLOW ROLE", allowRoleHandler],
])
