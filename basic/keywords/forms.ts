import type { FunctionKeyword, Keyword } from "./define.ts"
import type { FormPath } from "./form-shape.ts"
import { addCommand, addFunction, type FormNode, listPaths, newNode } from "./form-trie.ts"
import { functions } from "./functions.ts"
import { commands } from "./index.ts"

let tree: FormNode | null = null

/** The tree of all forms. Built at its first use. */
export function formTree(): FormNode {
  tree ??= buildFormTree()
  return tree
}

function buildFormTree(): FormNode {
  const root = newNode()
  for (const command of commands) addCommand(root, command)
  for (const definition of functions as readonly FunctionKeyword[]) addFunction(root, definition)
  return root
}

const pathsByKeyword = new Map<Keyword, readonly FormPath[]>()

/** The ways to write a keyword without parentheses, the preferred one first. */
export function pathsOf(keyword: Keyword): readonly FormPath[] {
  const known = pathsByKeyword.get(keyword)
  if (known !== undefined) return known
  const paths = listPaths(keyword).map(({ path }) => path)
  pathsByKeyword.set(keyword, paths)
  return paths
}

/** Phrases a line may begin with, for suggestions: grammar words and commands. */
export function listPhrases(): readonly string[] {
  phrases ??= [...grammarPhrases, ...commands.map((command) => command.name)]
  return phrases
}
let phrases: readonly string[] | null = null

const grammarPhrases = [
  "IF",
  "ELSE IF",
  "ELSE",
  "END IF",
  "FOR EACH",
  "FOR",
  "NEXT",
  "WHILE",
  "WEND",
  "DO",
  "LOOP",
  "SELECT CASE",
  "SWITCH",
  "CASE",
  "END SELECT",
  "SUB",
  "FUNCTION",
  "RETURN",
  "EXIT",
  "GOTO",
  "GOSUB",
  "CALL",
  "CONTINUE",
  "BREAK",
  "ON ERROR GOTO",
  "ON MESSAGE",
  "ON SILENCE",
  "OPTION STRICT",
  "WITH",
  "LET",
  "CONST",
  "ASK",
  "BEGIN TALK",
  "BEGIN SYSTEM PROMPT",
  "BEGIN MAIL",
  "PARAM",
  "DESCRIPTION",
  "TABLE",
  "END TABLE",
  "DIM",
  "TRY",
  "CATCH",
  "END TRY",
  "SCHEDULE IN",
  "END SCHEDULE",
  "ON EMAIL",
  "ON CHANGE",
  "ON EVENT",
  "ON FORM SUBMIT",
  "ON INSERT OF",
  "ON UPDATE OF",
  "ON DELETE OF",
  "END ON",
  "END PARALLEL",
]
