import type { dialogCommands } from "#basic/keywords/families/dialog.ts"
import { addSuggestionHandler } from "../add-suggestion.ts"
import { addSuggestionToolHandler } from "../add-suggestion-tool.ts"
import { addSwitcherHandler } from "../add-switcher.ts"
import { changeThemeHandler } from "../change-theme.ts"
import { clearSuggestionsHandler } from "../clear-suggestions.ts"
import { clearSwitchersHandler } from "../clear-switchers.ts"
import type { HandlersOf } from "../handler.ts"
import { hearHandler } from "../hear.ts"
import { printHandler } from "../print.ts"
import { setContextHandler } from "../set-context.ts"
import { setDebugModeHandler } from "../set-debug-mode.ts"
import { setLanguageHandler } from "../set-language.ts"
import { systemPromptHandler } from "../system-prompt.ts"
import { talkHandler } from "../talk.ts"
import { waitHandler } from "../wait.ts"

/** What the server does for this family of commands. */
export const dialogHandlers = {
  TALK: talkHandler,
  PRINT: printHandler,
  HEAR: hearHandler,
  WAIT: waitHandler,
  "ADD SUGGESTION": addSuggestionHandler,
  "CLEAR SUGGESTIONS": clearSuggestionsHandler,
  "SYSTEM PROMPT": systemPromptHandler,
  "SET CONTEXT": setContextHandler,
  "SET LANGUAGE": setLanguageHandler,
  "ADD SUGGESTION TOOL": addSuggestionToolHandler,
  "ADD SWITCHER": addSwitcherHandler,
  "CLEAR SWITCHERS": clearSwitchersHandler,
  "CHANGE THEME": changeThemeHandler,
  "SET DEBUG MODE": setDebugModeHandler,
} satisfies HandlersOf<typeof dialogCommands>
