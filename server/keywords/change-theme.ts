import { changeTheme as chooseTheme } from "#basic/assistant/looks.ts"
import { changeTheme } from "#basic/keywords/change-theme.ts"
import { assistantHandler } from "./assistant/assistant-handler.ts"

export const changeThemeHandler = assistantHandler(changeTheme, (assistant, { theme = "" }) =>
  chooseTheme(assistant, theme),
)
