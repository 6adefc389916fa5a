/** Talking with a person: the commands of this family, in the order of the manual. */

import { addSuggestion } from "../add-suggestion.ts"
import { addSuggestionTool } from "../add-suggestion-tool.ts"
import { addSwitcher } from "../add-switcher.ts"
import { changeTheme } from "../change-theme.ts"
import { clearSuggestions } from "../clear-suggestions.ts"
import { clearSwitchers } from "../clear-switchers.ts"
import { hear } from "../hear.ts"
import { print } from "../print.ts"
import { setContext } from "../set-context.ts"
import { setDebugMode } from "../set-debug-mode.ts"
import { setLanguage } from "../set-language.ts"
import { systemPrompt } from "../system-prompt.ts"
import { talk } from "../talk.ts"
import { wait } from "../wait.ts"

export const dialogCommands = [
  talk,
  print,
  hear,
  wait,
  addSuggestion,
  clearSuggestions,
  systemPrompt,
  setContext,
  setLanguage,
  addSuggestionTool,
  addSwitcher,
  clearSwitchers,
  changeTheme,
  setDebugMode,
] as const
