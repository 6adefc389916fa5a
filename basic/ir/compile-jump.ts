import type {
  GosubStatement,
  GotoStatement,
  LabelStatement,
  OnMessageStatement,
  OnSilenceStatement,
  ReturnStatement,
} from "../ast/nodes.ts"
import { wordsInLanguages } from "./compile-languages.ts"
import { compileEntries } from "./compile-literal.ts"
import type { Compiler } from "./context.ts"

/** label: stands for the next instruction. Of two equal labels the first counts. */
export function compileLabel(c: Compiler, statement: LabelStatement) {
  const target = c.label(statement.name)
  if (target.at < 0) c.out.bind(target)
}

export function compileGoto(c: Compiler, statement: GotoStatement) {
  c.out.jump("GOTO", c.label(statement.label))
}

export function compileGosub(c: Compiler, statement: GosubStatement) {
  c.out.jump("GOSUB", c.label(statement.label))
}

/** RETURN alone also ends a GOSUB; with a value it ends the procedure or the script. */
export function compileReturn(c: Compiler, statement: ReturnStatement) {
  if (statement.fields) compileEntries(c, statement.fields)
  else if (statement.value) c.expression(statement.value)
  else return c.out.emit("RETURN")
  c.out.emit("RETURN_VALUE")
}

/** ON MESSAGE and ON SILENCE declare for the whole flow; where they stand does not matter. */
export function declareMessage(c: Compiler, statement: OnMessageStatement) {
  if (!c.isMainFlow) return
  const texts = wordsInLanguages(c, statement.texts)
  c.handling.messages.push({ texts, target: c.label(statement.label) })
}

export function declareSilence(c: Compiler, statement: OnSilenceStatement) {
  if (!c.isMainFlow) return
  const target = c.label(statement.label)
  const { seconds } = statement
  if (c.flow.index === 0) c.handling.silence ??= { seconds, target }
  else c.handling.silences.push({ seconds, target })
}
