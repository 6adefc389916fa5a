import type { Statement } from "../ast/nodes.ts"
import { createLineMap, type LineMap } from "../source/line-map.ts"
import type { DebugTables } from "./bundle.ts"

/** Writes the tables that lead from a place in the code to a line and a step. */
export class DebugWriter {
  readonly tables: DebugTables & { at: number[]; lines: number[]; steps: string[] } = {
    at: [],
    lines: [],
    steps: [],
  }
  private readonly stepIdOf: (statement: Statement) => string
  private readonly lines: LineMap | null
  private last: Statement | null = null

  constructor(stepIdOf: (statement: Statement) => string, source: string | null) {
    this.stepIdOf = stepIdOf
    this.lines = source === null ? null : createLineMap(source)
  }

  /** The code from `at` on belongs to this statement. What was marked at the same place has no code. */
  mark(at: number, statement: Statement): void {
    const { tables } = this
    const isEmpty = tables.at.at(-1) === at
    if (this.last === statement && !isEmpty) return
    this.last = statement
    if (isEmpty) {
      tables.at.pop()
      tables.lines.pop()
      tables.steps.pop()
    }
    tables.at.push(at)
    tables.lines.push(this.lineOf(statement.span.start))
    tables.steps.push(this.stepIdOf(statement))
  }

  private lineOf(offset: number): number {
    return this.lines === null ? 0 : this.lines.positionAt(offset).line
  }
}
