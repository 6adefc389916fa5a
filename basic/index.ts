/** The language: pure, synchronous, the same in a browser, on the server and in tests. The only public edge of `basic/`. */

export { analyze } from "./analyzer/analyze.ts"
export {
  type CheckedScript,
  checkScripts,
  nameScripts,
  relateToScripts,
  type ScriptText,
} from "./analyzer/check-scripts.ts"
export { checkSource } from "./analyzer/check-source.ts"
export { namesOf, type ProgramNames, readNames } from "./analyzer/read-names.ts"
export { listOffSpans } from "./analyzer/without-off-findings.ts"
export { listBlocks } from "./ast/blocks.ts"
export { equalAst } from "./ast/equal.ts"
export { listChildren, listExpressions, visitExpression } from "./ast/expressions.ts"
export { offComment } from "./ast/is-off.ts"
export type * from "./ast/nodes.ts"
export { type LocatedStatement, listStatements, type Visitor, walkProgram } from "./ast/walk.ts"
export { printIcs } from "./calendar/print-ics.ts"
export {
  type BusinessWeek,
  nextOpening,
  readBusinessWeek,
} from "./dates/business-hours.ts"
export { msPerDay } from "./dates/civil.ts"
export { findFreeBetween } from "./dates/free-slots.ts"
export { dateFromInstant, localMsOf, offsetAt } from "./dates/zone.ts"
export { collectDeclarations } from "./declarations/collect.ts"
export type * from "./declarations/declarations.ts"
export type { Diagnostic, Severity } from "./diagnostics/diagnostic.ts"
export { findNearest } from "./diagnostics/nearest.ts"
export { type DiagnosticCode, diagnosticTable, report, wordsOf } from "./diagnostics/report.ts"
export { showDiagnostic, showDiagnostics } from "./diagnostics/show.ts"
export { drawingName, isDrawing } from "./files/drawing.ts"
export { type FileFacts, makeFileValue, pathOfValue } from "./files/file-value.ts"
export { fillTemplate, fillValue, listPlaceholders } from "./files/fill-template.ts"
export { extensionFor, type FileSort, mimeTypeOf, sortOf } from "./files/mime-types.ts"
export {
  cleanFolder,
  cleanName,
  cleanPath,
  extensionOf,
  folderOf,
  joinPath,
  matchesPattern,
  nameOf,
} from "./files/path.ts"
export { sniffType } from "./files/sniff.ts"
export {
  isRows,
  nameCells,
  printCsvRows,
  readCsvRows,
  type TableCell,
  type TableRow,
  toCells,
} from "./files/table-text.ts"
export { parseNumber } from "./format/parse-number.ts"
export { printNumber } from "./format/print-number.ts"
export { applyGesture } from "./graph/apply-gesture.ts"
export {
  compareFlows,
  type FlowChange,
  type StepChange,
  type StoredFlow,
} from "./graph/compare-flows.ts"
export { layoutWithIds, openDocument, withFindings } from "./graph/document.ts"
export type { ReadText } from "./graph/find-retyped.ts"
export { stepForm } from "./graph/forms/step-form.ts"
export type { Graph } from "./graph/graph.ts"
export { checkLaws, type Law, type LawFinding, type LawReport } from "./graph/laws.ts"
export { listSteps } from "./graph/list-steps.ts"
export { matchKeys } from "./graph/match.ts"
export type {
  CanvasEdge,
  CanvasFlow,
  CanvasGroup,
  CanvasStep,
  CardLook,
  FieldEditor,
  FieldValue,
  FlowDocument,
  Gesture,
  GestureResult,
  GroupLayout,
  Layout,
  Note,
  NoteColor,
  Outlet,
  Port,
  StepField,
  StepForm,
  TypedStep,
} from "./graph/model.ts"
export { emptyLayout, noteColors } from "./graph/model.ts"
export { type PaletteEntry, paletteEntries } from "./graph/palette.ts"
export { estimateHeight } from "./graph/place-cards.ts"
export { type ReadGraphResult, readGraph } from "./graph/read-graph.ts"
export { retypeDocument } from "./graph/retype-document.ts"
export { toAst } from "./graph/to-ast.ts"
export { toGraph } from "./graph/to-graph.ts"
export { writeGraph } from "./graph/write-graph.ts"
export { answerHear, type HearInput, type HearVerdict } from "./hear/answer.ts"
export { type HearMessageId, hearMessages, sayRefusal } from "./hear/messages.ts"
export type { HearContext } from "./hear/reader.ts"
export { canonicalHearType, type HearType, hearTypes, uploadTypes } from "./hear/types.ts"
export { type HearWait, startHear } from "./hear/wait.ts"
export type { Bundle } from "./ir/bundle.ts"
export { compile } from "./ir/compile.ts"
export { disassemble } from "./ir/disassemble.ts"
export { type LinkScript, link } from "./ir/link.ts"
export { normalizeScriptName, ScriptNames } from "./ir/script-names.ts"
export { BundleError } from "./ir/verify.ts"
export type {
  CanvasForm,
  CommandKeyword,
  Family,
  FunctionKeyword,
  Group,
  Keyword,
  Param,
  Params,
} from "./keywords/define.ts"
export { type GrammarForm, grammarForms } from "./keywords/grammar-forms.ts"
export {
  commands,
  findCommand,
  findFunction,
  keywords,
  listFunctionNames,
  type ServerCommand,
} from "./keywords/index.ts"
export { qualifyLead, scoreLead } from "./leads/score-lead.ts"
export type { Highlight, HighlightKind } from "./lexer/highlight.ts"
export { highlightSource } from "./lexer/highlight-source.ts"
export { type AttachmentWords, readAttachments } from "./mail/attachments.ts"
export { isQuiet } from "./mail/quiet-hours.ts"
export {
  isAddress,
  listRecipients,
  type Recipient,
  readRecipient,
  splitMailBlock,
  subjectOf,
} from "./mail/recipients.ts"
export { fillMessage } from "./mail/template-values.ts"
export { type Parsed, parse, parseExpression } from "./parser/parse.ts"
export { type PlatformCall, resolvePlatformCall } from "./platform/resolve-platform-call.ts"
export { pretendUnknown, unknownKeyword } from "./pretend/pretend-unknown.ts"
export { openPreview } from "./pretend/preview.ts"
export type { PretendReply, PretendRequest, PreviewOptions } from "./pretend/preview-options.ts"
export type {
  Preview,
  PreviewChoice,
  PreviewEvent,
  PreviewWaiting,
} from "./pretend/preview-shapes.ts"
export { printExpression } from "./printer/expression.ts"
export { printProgram as print, printStatement } from "./printer/print.ts"
export { nextTime } from "./schedules/next-time.ts"
export { parseSchedule } from "./schedules/parse-schedule.ts"
export { readWhen, type When } from "./schedules/read-when.ts"
export type { ParsedSchedule, Schedule } from "./schedules/schedule.ts"
export { timeOnDay } from "./schedules/time-on-day.ts"
export { createLineMap, type LineMap, textOf } from "./source/line-map.ts"
export { nowhere, type Position, type Span, type TextEdit } from "./source/span.ts"
export {
  readDue,
  readPriority,
  readTask,
  type TaskWords,
  taskPriorities,
} from "./tasks/read-task.ts"
export { type ComparedTest, compareBehaviour, type LinePair } from "./testing/compare-behaviour.ts"
export {
  coverageOf,
  type OutletCoverage,
  type ScriptCoverage,
  type StepCoverage,
} from "./testing/coverage.ts"
export type { ScriptPlace, TestFailure } from "./testing/failure.ts"
export type { TestCase, TestFile, TestLine } from "./testing/nodes.ts"
export { type ParsedTests, parseTests } from "./testing/parse-tests.ts"
export type { CallableScript, ScriptSource } from "./testing/prepare-script.ts"
export { printLcov } from "./testing/print-lcov.ts"
export {
  type NamedText,
  runSavedTests,
  type SavedTestFile,
  type SavedTestsReport,
} from "./testing/run-saved-tests.ts"
export { type RunOptions, runTests, type TestResult, type TestRun } from "./testing/run-tests.ts"
export { countTaken, percentOf, showCoverage } from "./testing/show-coverage.ts"
export { showResults } from "./testing/show-run.ts"
export { checkTexts } from "./translations/check-texts.ts"
export { keepLanguages, putText } from "./translations/put-text.ts"
export { readLayout } from "./translations/read-layout.ts"
export {
  fillTexts,
  printTextSheet,
  readTextSheet,
  type TextFlow,
  type TextSheet,
} from "./translations/text-sheet.ts"
export { listTexts, type TextUnit } from "./translations/text-units.ts"
export {
  findVariants,
  listLanguages,
  readVariants,
  type TextFinding,
  type Variants,
} from "./translations/variants.ts"
export { type EntryPoint, findEntry } from "./vm/entries.ts"
export { StateError, type StateProblem } from "./vm/errors.ts"
export { freeze } from "./vm/freeze.ts"
export { fromJson, toJson, toText } from "./vm/json.ts"
export { type LoadedProgram, load } from "./vm/load.ts"
export { findSilence, matchMessage } from "./vm/open-scripts.ts"
export type {
  Answer,
  Effect,
  Fault,
  OperandValue,
  Outcome,
  TurnContext,
  TurnLimits,
  ZoneTable,
} from "./vm/outcome.ts"
export { defaultTurnLimits } from "./vm/outcome.ts"
export type { VmState } from "./vm/state.ts"
export { thaw } from "./vm/thaw.ts"
export { beginTurn, createState, interrupt, resume, run } from "./vm/turn.ts"
export { DateValue, DurationValue, type Json, ListValue, MapValue, type Value } from "./vm/value.ts"
export { readVariables } from "./vm/variables.ts"
