import { basename } from "node:path"
import { ApiError } from "#sdk/api-error.ts"
import type { Workspace } from "#sdk/workspace/client.ts"
import { type Command, exitCodes, type Terminal } from "../command.ts"
import { wantOption, withWorkspace } from "../open-workspace.ts"
import { readBytesOf } from "../read-file.ts"

const usage = "knowledge add FILE... --bot SLUG --base NAME"

export const knowledgeAddCommand: Command = {
  name: "knowledge add",
  usage,
  summary:
    "Adds documents to a knowledge base of a bot on a server; a base that is not there is made.",
  options: { bot: { type: "string" }, base: { type: "string" } },
  operands: [1, Number.POSITIVE_INFINITY],
  run: ({ files, flags }, terminal) => {
    const bot = wantOption(flags.bot, usage)
    const base = wantOption(flags.base, usage)
    const documents = files.map((file) => ({
      ...{ file, name: basename(file), bytes: readBytesOf(file, terminal) },
    }))
    return withWorkspace(terminal, async (workspace) => {
      const baseId = await findBase(workspace, bot, base)
      let refused = 0
      for (const document of documents)
        if (!(await add(workspace, terminal, { bot, baseId, document }))) refused++
      return refused === 0 ? exitCodes.fine : exitCodes.refused
    })
  },
}

async function findBase({ knowledge }: Workspace, bot: string, name: string): Promise<string> {
  const bases = await knowledge.bases(bot)
  const found = bases.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return (found ?? (await knowledge.createBase(bot, name))).id
}

interface Adding {
  readonly bot: string
  readonly baseId: string
  readonly document: {
    readonly file: string
    readonly name: string
    readonly bytes: Uint8Array<ArrayBuffer>
  }
}

/** One document that is refused does not keep the others out; what is known already is fine as it is. */
async function add(
  { knowledge }: Workspace,
  terminal: Terminal,
  { bot, baseId, document }: Adding,
): Promise<boolean> {
  const { file, ...sent } = document
  try {
    const { id, title } = await knowledge.add(bot, baseId, sent)
    terminal.out(`${id}  ${title}\n`)
    return true
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401 || error.status === 0) throw error
    terminal.error(`${file}: ${error.message}\n`)
    return error.code === "knowledge.document_known"
  }
}
