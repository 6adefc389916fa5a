import type { Program } from "./nodes.ts"

/**
 * Says whether two trees mean and print the same: everything but spans is compared.
 *
 * Shape: works on programs, and on any part of them. Keys that are absent and keys that are
 *        undefined are the same; the order of keys has no meaning.
 */
export const equalAst = (a: Program, b: Program): boolean => equalNodes(a, b)

/** The same for any two values of a tree. Needs no stack: trees may be as deep as the parser allows. */
export function equalNodes(a: unknown, b: unknown): boolean {
  const pending: [unknown, unknown][] = [[a, b]]
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [left, right] = pair
    if (Object.is(left, right)) continue
    if (!isNode(left) || !isNode(right) || Array.isArray(left) !== Array.isArray(right))
      return false
    const keys = new Set([...Object.keys(left), ...Object.keys(right)])
    for (const key of keys) {
      if (key === "span" && !Array.isArray(left)) continue
      pending.push([ownValue(left, key), ownValue(right, key)])
    }
  }
  return true
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null

const ownValue = (node: Node, key: string): unknown =>
  Object.hasOwn(node, key) ? node[key] : undefined
