/** What can be dragged onto the canvas: commands by their definitions, and the statements with grammar of their own. */
import type { CommandKeyword, Family, Group } from "../keywords/define.ts"
import { commands } from "../keywords/index.ts"
import { builtInLooks } from "./step-looks.ts"

export interface PaletteEntry {
  readonly keyword: string
  readonly group: Group
  readonly family: Family
  readonly icon: string
  /** i18next key, "palette.menu". */
  readonly titleKey: string
  /** BASIC that a drop inserts. */
  readonly snippet: string
}

type BuiltInEntry = readonly [
  keyword: string,
  group: Group,
  look: keyof typeof builtInLooks,
  title: string,
  snippet: string,
]

const builtIns: readonly BuiltInEntry[] = [
  ["HEAR", "dialog", "ask", "ask_text", 'HEAR answer WITH "What would you like to know?"'],
  ["HEAR", "dialog", "ask", "ask_name", 'HEAR name AS NAME WITH "What is your name?"'],
  ["HEAR", "dialog", "ask", "ask_email", 'HEAR email AS EMAIL WITH "Where can we write to you?"'],
  ["HEAR", "dialog", "ask", "ask_number", 'HEAR amount AS NUMBER WITH "How many?"'],
  ["HEAR", "dialog", "ask", "ask_date", 'HEAR day AS DATE WITH "On which day?"'],
  ["HEAR", "dialog", "ask", "ask_yes_no", 'HEAR agreed AS BOOLEAN WITH "Is that right?"'],
  ["HEAR", "dialog", "menu", "menu", 'HEAR choice AS "Yes", "No", * WITH "What would you like?"'],
  ["BEGIN TALK", "dialog", "longTalk", "long_talk", "BEGIN TALK\nHello!\nEND TALK"],
  ["IF", "flow", "if", "if", 'IF answer = "" THEN\nEND IF'],
  ["SELECT", "flow", "select", "select", 'SELECT CASE answer\n    CASE "yes"\nEND SELECT'],
  ["FOR EACH", "flow", "forEach", "for_each", "FOR EACH item IN []\nNEXT"],
  ["WHILE", "flow", "while", "while", "WHILE FALSE\nWEND"],
  ["ASSIGN", "data", "assign", "assign", 'answer = ""'],
  ["WITH", "data", "makeObject", "make_object", 'WITH record\n    name = ""\nEND WITH'],
  ["ON MESSAGE", "flow", "onMessage", "on_message", 'ON MESSAGE "menu" GOTO start'],
  ["RETURN", "flow", "returnNothing", "return", "RETURN"],
  ["EXIT", "flow", "returnNothing", "end", "EXIT"],
]

/** Lists what the palette offers, in its order. */
export function paletteEntries(): PaletteEntry[] {
  const own = builtIns.map(([keyword, group, look, title, snippet]): PaletteEntry => {
    const [family, icon] = builtInLooks[look]
    return { keyword, group, family, icon, titleKey: `palette.${title}`, snippet }
  })
  const fromDefinitions = (commands as readonly CommandKeyword[]).flatMap(
    (command): PaletteEntry[] => {
      const { canvas, group, name } = command
      // HEAR is offered once for each kind of answer.
      if (!canvas?.inPalette || canvas.snippet === undefined || name === "HEAR") return []
      const { family, icon, titleKey, snippet } = canvas
      return [{ keyword: name, group, family, icon, titleKey, snippet }]
    },
  )
  return [...fromDefinitions.slice(0, 1), ...own, ...fromDefinitions.slice(1)]
}
