import type { Statement } from "../ast/nodes.ts"
import { createLineMap, type LineMap } from "../source/line-map.ts"
import type { DebugTables } from "./bundle.ts"

/** Where statements come from: the text they stand in, and how their steps are named. */
export interface Origin {
  /** Stands before every step id: "" for the entry. */
  readonly prefix: string
  readonly source: string | null
  readonly stepIds: ((statement: Statement) => string) | null
}

/** Writes the tables that lead from a place in the code to a line and a step. */
export class DebugWriter {
  readonly tables: DebugTables & { at: number[]; lines: number[]; steps: string[] } = {
    at: [],
    lines: [],
    steps: [],
  }
  private readonly maps = new Map<Origin, LineMap | null>()
  private own: Origin = { prefix: "", source: null, stepIds: null }
  private paths: ReadonlyMap<Statement, string> = new Map()
  private findOther: (statement: Statement) => Origin | null = () => null
  private last: Statement | null = null

  /** What is marked from here on belongs to this script, but for what it includes from others. */
  open(
    own: Origin,
    paths: ReadonlyMap<Statement, string>,
    findOther: (statement: Statement) => Origin | null,
  ): void {
    this.own = own
    this.paths = paths
    this.findOther = findOther
    this.last = null
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
    const origin = this.findOther(statement) ?? this.own
    tables.at.push(at)
    tables.lines.push(this.lineOf(origin, statement.span.start))
    tables.steps.push(this.stepOf(origin, statement))
  }

  private stepOf({ prefix, stepIds }: Origin, statement: Statement): string {
    const id = stepIds ? stepIds(statement) : (this.paths.get(statement) ?? "")
    return id === "" ? "" : prefix + id
  }

  private lineOf(origin: Origin, offset: number): number {
    const known = this.maps.get(origin)
    const map = known ?? (origin.source === null ? null : createLineMap(origin.source))
    if (known === undefined) this.maps.set(origin, map)
    return map === null ? 0 : map.positionAt(offset).line
  }
}
