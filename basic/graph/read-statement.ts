/** Reads the statements of a graph's JSON. Bodies are not here: outlets hold them. */
import type {
  Block,
  DimItem,
  DoStatement,
  HearStatement,
  IfBranch,
  SelectCase,
  SelectStatement,
  Statement,
  TableLine,
  Trivia,
  WithField,
} from "../ast/nodes.ts"
import { eventWords } from "../parser/event.ts"
import {
  entry,
  expression,
  kindOf,
  name,
  nodeReader,
  operands,
  part,
  phrase,
  place,
  type Shapes,
} from "./read-expression.ts"
import {
  flag,
  ifThere,
  line,
  listOf,
  number,
  objectOf,
  oneOf,
  orNull,
  type Reader,
  text,
} from "./reader.ts"

const emptyBlock: Block = { statements: [], closing: [] }
/** A body is not read but filled from the outlets. */
const filledLater: Reader<Block> = () => emptyBlock

export const trivia: Reader<Trivia[]> = listOf<Trivia>((value, path) =>
  kindOf(value) === "Comment"
    ? objectOf<{ kind: "Comment"; text: string }>(() => ({ kind: oneOf(["Comment"]), text: line }))(
        value,
        path,
      )
    : objectOf<{ kind: "BlankLine" }>(() => ({ kind: oneOf(["BlankLine"]) }))(value, path),
)
export const trailing: Reader<string | null> = orNull(line)
const base = { leading: trivia, trailing }

const loopWords = ["FOR", "WHILE", "DO"] as const
const failGoto = orNull(name)

const timeout = objectOf<NonNullable<HearStatement["timeout"]>>(() => ({
  seconds: expression,
  label: orNull(name),
}))
const doTest = objectOf<NonNullable<DoStatement["test"]>>(() => ({
  at: oneOf(["start", "end"]),
  until: flag,
  condition: expression,
}))
const withField = objectOf<WithField>(() => ({
  name,
  value: expression,
  leading: trivia,
  trailing,
}))
const branch = objectOf<IfBranch>(() => ({ condition: expression, body: filledLater }))
const selectCase = objectOf<SelectCase>(() => ({
  values: listOf(expression),
  body: filledLater,
  leading: trivia,
  trailing,
}))
const caseElse = objectOf<NonNullable<SelectStatement["otherwise"]>>(() => ({
  body: filledLater,
  leading: trivia,
  trailing,
}))

const tableLine = objectOf<TableLine>(() => ({ text: line, leading: trivia, trailing }))
const dimItem = objectOf<DimItem>(() => ({ name, sizes: listOf(expression), type: orNull(name) }))
const deferUnits = ["SECONDS", "MINUTES", "HOURS", "DAYS", "WEEKS"] as const

/** SUB and FUNCTION are flows, and labels belong to groups: neither is a step. */
type StepStatement = Exclude<
  Statement,
  { readonly kind: "ProcedureStatement" | "LabelStatement" | "GotoStatement" | "StopStatement" }
>

const plainShapes: Omit<Shapes<StepStatement>, keyof typeof structuredShapes> = {
  AssignStatement: {
    ...base,
    target: place,
    operator: oneOf(["=", "+=", "-=", "*=", "/="]),
    value: expression,
    isConst: flag,
    failGoto,
  },
  CommandStatement: { ...base, keyword: phrase, operands, failGoto },
  UnknownStatement: { ...base, words: line, text },
  BrokenStatement: { ...base, text },
  ExpressionStatement: { ...base, expression },
  CallStatement: {
    ...base,
    name: orNull(name),
    path: orNull(expression),
    args: listOf(expression),
    failGoto,
  },
  ExitStatement: { ...base, what: orNull(oneOf([...loopWords, "SUB", "FUNCTION"])) },
  ContinueStatement: { ...base, what: orNull(oneOf(loopWords)) },
  ReturnStatement: { ...base, value: orNull(expression), fields: orNull(listOf(entry)) },
  GosubStatement: { ...base, label: name },
  OnErrorStatement: { ...base, mode: oneOf(["resume", "off", "goto"]), label: orNull(name) },
  OnMessageStatement: { ...base, texts: listOf(text), label: name },
  OnSilenceStatement: { ...base, seconds: number, label: name },
  WithStatement: { ...base, target: place, fields: listOf(withField), closing: trivia },
  HearStatement: {
    ...base,
    target: orNull(place),
    type: phrase,
    options: listOf(expression),
    acceptsOther: flag,
    prompt: orNull(expression),
    fallback: orNull(expression),
    timeout: orNull(timeout),
    entity: ifThere(text),
    from: ifThere(expression),
  },
  TextBlockStatement: {
    ...base,
    block: oneOf(["TALK", "SYSTEM PROMPT", "MAIL"]),
    header: orNull(expression),
    parts: listOf(part),
  },
  OptionStatement: { ...base, name },
  ...declarationShapes(),
}

/** Declarations, and the statements of workflows. */
function declarationShapes() {
  const optional = orNull(expression)
  return {
    ParamStatement: {
      ...base,
      names: listOf(name),
      type: orNull(name),
      example: optional,
      description: optional,
      presence: orNull(oneOf(["OPTIONAL", "REQUIRED"])),
      fallback: optional,
      choices: listOf(expression),
    },
    DescriptionStatement: { ...base, text: expression },
    TableStatement: {
      ...base,
      name: line,
      connection: orNull(line),
      readRoles: orNull(line),
      writeRoles: orNull(line),
      lines: listOf(tableLine),
      closing: trivia,
    },
    IndexStatement: { ...base, text: line },
    DimStatement: { ...base, word: oneOf(["DIM", "REDIM"]), isKept: flag, items: listOf(dimItem) },
    StepStatement: {
      ...base,
      word: oneOf(["STEP", "BRANCH"]),
      step: line,
      action: oneOf(["BOT", "HUMAN APPROVAL"]),
      subject: optional,
      task: optional,
      timeout: optional,
      onTimeout: orNull(line),
    },
  } satisfies Partial<Shapes<StepStatement>>
}

const structuredShapes = {
  IfStatement: {
    ...base,
    branches: listOf(branch),
    otherwise: () => null,
    isInline: flag,
  },
  ForEachStatement: { ...base, variable: name, list: expression, body: filledLater },
  ForStatement: {
    ...base,
    variable: name,
    from: expression,
    to: expression,
    step: orNull(expression),
    body: filledLater,
  },
  WhileStatement: { ...base, condition: expression, body: filledLater },
  DoStatement: { ...base, test: orNull(doTest), body: filledLater },
  EventStatement: {
    ...base,
    word: orNull(oneOf(eventWords)),
    subject: orNull(expression),
    filters: listOf(entry),
    call: orNull(name),
    body: (value) => (value === null ? null : emptyBlock),
  },
  DeferStatement: { ...base, amount: expression, unit: oneOf(deferUnits), body: filledLater },
  TryStatement: {
    ...base,
    body: filledLater,
    variable: orNull(name),
    handler: (value) => (value === null ? null : emptyBlock),
  },
  ParallelStatement: { ...base, step: line, body: filledLater },
  SelectStatement: {
    ...base,
    word: oneOf(["SELECT", "SWITCH"]),
    subject: expression,
    cases: listOf(selectCase),
    otherwise: orNull(caseElse),
  },
} satisfies Partial<Shapes<StepStatement>>

const statementShapes: Shapes<StepStatement> = { ...plainShapes, ...structuredShapes }

/** Reads the statement of a step. Labels, GOTO, EXIT, SUB and FUNCTION are other parts of a graph. */
export const statement: Reader<Statement> = nodeReader<StepStatement>(
  "a statement",
  () => statementShapes,
)
