import { defineMachineCommand } from "./define.ts"

export const includeScript = defineMachineCommand({
  name: "INCLUDE",
  forms: ["INCLUDE {file}"],
  group: "scripts",
  summary: "Puts the lines of another script here, with its SUBs and FUNCTIONs.",
  params: { file: { kind: "text", doc: 'The script, such as "shared.bas".' } },
  result: "nothing",
  raises: ["basic.missing_script"],
  example: 'ON ERROR RESUME NEXT\nINCLUDE "shared.bas"\nTALK "Ready."',
  canvas: {
    icon: "file-text",
    family: "flow",
    titleKey: "steps.include",
  },
})
