import { type Assistant, checkName, putInto, takeFrom } from "./assistant.ts"

/** A tool is a script of the bot: "find-order.bas" is "find-order". */
export const toolNameOf = (given: string): string =>
  checkName("tool", given.trim().replace(/\.bas$/i, ""))

export function addTool({ tools }: Assistant, given: string, protocol: string | undefined): void {
  const isMcp = protocol?.trim().toUpperCase() === "MCP"
  putInto("tool", tools, { name: toolNameOf(given), isMcp }, ({ name }) => name)
}

/** False when it was not active. */
export const removeTool = ({ tools }: Assistant, given: string): boolean =>
  takeFrom(tools, toolNameOf(given), ({ name }) => name)

export const listTools = ({ tools }: Assistant): string[] => tools.map(({ name }) => name)
