import type { Program } from "../ast/nodes.ts"

/** Lists the words of all comments of a program, sorted: a print may move one, but never lose it. */
export function listComments(program: Program): string[] {
  const found: string[] = []
  const visit = (node: unknown) => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (typeof node === "object" && node !== null) {
      if ("kind" in node && node.kind === "Comment" && "text" in node) found.push(String(node.text))
      if ("trailing" in node && typeof node.trailing === "string") found.push(node.trailing)
      Object.values(node).forEach(visit)
    }
  }
  visit(program)
  return found.sort()
}
