import { addSuggestionHandler } from "./add-suggestion.ts"
import { clearHeadersHandler } from "./clear-headers.ts"
import { clearSuggestionsHandler } from "./clear-suggestions.ts"
import { deleteHandler } from "./delete.ts"
import { getHandler } from "./get.ts"
import { getBotMemoryHandler } from "./get-bot-memory.ts"
import { getSessionHandler } from "./get-session.ts"
import { getUserMemoryHandler } from "./get-user-memory.ts"
import type { Handlers, HandlerTable } from "./handler.ts"
import { hearHandler } from "./hear.ts"
import { patchHandler } from "./patch.ts"
import { postHandler } from "./post.ts"
import { printHandler } from "./print.ts"
import { putHandler } from "./put.ts"
import { recallHandler } from "./recall.ts"
import { rememberHandler } from "./remember.ts"
import { setBotMemoryHandler } from "./set-bot-memory.ts"
import { setContextHandler } from "./set-context.ts"
import { setHeaderHandler } from "./set-header.ts"
import { setLanguageHandler } from "./set-language.ts"
import { setSessionHandler } from "./set-session.ts"
import { setUserMemoryHandler } from "./set-user-memory.ts"
import { systemPromptHandler } from "./system-prompt.ts"
import { talkHandler } from "./talk.ts"
import { waitHandler } from "./wait.ts"

/** The registry: what the server does for each command. A command that is missing here does not compile. */
const table = {
  TALK: talkHandler,
  PRINT: printHandler,
  HEAR: hearHandler,
  WAIT: waitHandler,
  "ADD SUGGESTION": addSuggestionHandler,
  "CLEAR SUGGESTIONS": clearSuggestionsHandler,
  "SYSTEM PROMPT": systemPromptHandler,
  "SET CONTEXT": setContextHandler,
  "SET BOT MEMORY": setBotMemoryHandler,
  "GET BOT MEMORY": getBotMemoryHandler,
  "SET USER MEMORY": setUserMemoryHandler,
  "GET USER MEMORY": getUserMemoryHandler,
  "SET SESSION": setSessionHandler,
  "GET SESSION": getSessionHandler,
  REMEMBER: rememberHandler,
  RECALL: recallHandler,
  "SET LANGUAGE": setLanguageHandler,
  GET: getHandler,
  POST: postHandler,
  PUT: putHandler,
  PATCH: patchHandler,
  DELETE: deleteHandler,
  "SET HEADER": setHeaderHandler,
  "CLEAR HEADERS": clearHeadersHandler,
} satisfies HandlerTable

export const handlers: Handlers = new Map(Object.entries(table))
