import { type Keyword, keywords } from "#basic"
import { type Command, exitCodes } from "../command.ts"

const describe = (keyword: Keyword) => ({
  name: keyword.name,
  aliases: "aliases" in keyword ? (keyword.aliases ?? []) : [],
  group: keyword.group,
  runsOn: keyword.runsOn,
  forms: keyword.forms.map((form) => (typeof form === "string" ? form : form.shape)),
  summary: keyword.summary,
  params: Object.entries(keyword.params).map(([name, { kind, doc }]) => ({ name, kind, doc })),
  result: keyword.result,
  example: keyword.example,
})

export const keywordsCommand: Command = {
  name: "keywords",
  usage: "keywords [--json]",
  summary: "Lists the keywords and functions of the language.",
  options: { json: { type: "boolean" } },
  operands: [0, 0],
  run: ({ flags }, terminal) => {
    const all = keywords.map(describe)
    if (flags.json === true) terminal.out(`${JSON.stringify(all, null, 2)}\n`)
    else for (const { forms, summary } of all) terminal.out(`${forms[0]}\n    ${summary}\n`)
    return exitCodes.fine
  },
}
