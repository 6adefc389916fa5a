import type { Bundle } from "./bundle.ts"
import { findOpcode, type OperandKind, sizeOf } from "./opcodes.ts"

/**
 * Prints a bundle for people and goldens: functions, the step each stretch of code belongs to,
 * instructions with their operands by name, then the tables beside the code.
 */
export function disassemble(bundle: Bundle): string {
  const lines: string[] = []
  const width = String(bundle.code.length).length
  let mark = 0
  let at = 0
  while (at < bundle.code.length) {
    for (const info of bundle.functions) if (info.entry === at) lines.push(printFunction(info))
    if (bundle.debug.at[mark] === at) {
      const line = bundle.debug.lines[mark] ?? 0
      lines.push(`  ; ${bundle.debug.steps[mark]}${line > 0 ? ` line ${line}` : ""}`)
      mark++
    }
    const opcode = findOpcode(bundle.code[at] ?? -1)
    if (!opcode) throw new RangeError(`There is no instruction ${bundle.code[at]} (at ${at}).`)
    const operands = opcode.operands.map((kind, index) =>
      printOperand(bundle, kind, bundle.code[at + 1 + index] ?? 0),
    )
    lines.push(`  ${String(at).padStart(width)}  ${[opcode.name, ...operands].join(" ")}`)
    at += sizeOf(opcode)
  }
  return `${[...lines, ...printHandlers(bundle)].join("\n")}\n`
}

function printFunction(info: Bundle["functions"][number]): string {
  const name = info.name === "" ? "main" : info.name
  return `${name} (parameters ${info.paramCount}, slots ${info.localCount})`
}

function printOperand(bundle: Bundle, kind: OperandKind, value: number): string {
  switch (kind) {
    case "constant":
      return JSON.stringify(bundle.constants[value])
    case "global":
      return bundle.variables[value] ?? "?"
    case "local":
      return `#${value}`
    case "target":
      return value < 0 ? "->none" : `->${value}`
    case "function":
      return bundle.functions[value]?.name ?? "?"
    case "builtin":
      return bundle.builtins[value] ?? "?"
    case "effect": {
      const shape = bundle.effects[value]
      return shape ? `${shape.keyword}(${shape.operands.join(", ")})` : "?"
    }
    case "int":
    case "count":
      return String(value)
  }
}

function printHandlers({ handlers }: Bundle): string[] {
  const lines = handlers.messages.map(
    ({ texts, target }) => `on message ${JSON.stringify(texts)} ->${target}`,
  )
  if (handlers.silence)
    lines.push(`on silence ${handlers.silence.seconds} ->${handlers.silence.target}`)
  for (const { start, end, target } of handlers.failures)
    lines.push(`on failure ${start}..${end} ->${target}`)
  return lines
}
