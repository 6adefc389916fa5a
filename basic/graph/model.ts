/**
 * What the canvas shows and how it speaks back. The canvas never edits a graph of its own: it shows
 * a `FlowDocument`, sends a `Gesture`, and gets text edits of the source (and a new layout).
 */

import type { Program } from "../ast/nodes.ts"
import type { Diagnostic } from "../diagnostics/diagnostic.ts"
import type { Family } from "../keywords/define.ts"
import type { Span, TextEdit } from "../source/span.ts"

/** Positions and step ids, stored beside the source. Ids are carried over when the text changes (`identity.ts`). */
export interface Layout {
  readonly version: 1
  /** Step ids in the order of `listSteps(program)`. */
  readonly stepIds: readonly string[]
  /** By group id. Units: canvas pixels at 100 % zoom, y down. Groups without one are placed automatically. */
  readonly groups: Readonly<Record<string, GroupLayout>>
  /** The exact title a person gave where the label cannot hold it ("Ask e-mail" for `ask_e_mail`). By group id. */
  readonly titles: Readonly<Record<string, string>>
  /** The number of the next new step id, so that the id of a step that was removed is never used again. */
  readonly nextId?: number
  /**
   * Ends the ids of new steps ("s17kq3"), so that two people who edit one flow at once never give the same id.
   * Only in a document that is open; it is not stored.
   */
  readonly maker?: string
  /** How single cards are shown, by group id; left out where it is as usual. */
  readonly looks?: Readonly<Record<string, CardLook>>
  /** What people wrote beside the cards; later ones lie above earlier ones. */
  readonly notes?: readonly Note[]
  /** What steps say in other languages than the one the text is written in (`basic/translations`). */
  readonly texts?: LayoutTexts
}
/** By language tag, step id and part of the step ("text", "prompt", "options.0"). A language without texts is there and empty. */
export type LayoutTexts = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, TextVariant>>>>>
>
export interface TextVariant {
  /** The words it was written for. */
  readonly of: string
  /** Plain words, with `${...}` where values stand. */
  readonly text: string
}
/** Colours of cards and notes; what they look like is the canvas's business. */
export const noteColors = ["grey", "yellow", "green", "blue", "pink"] as const
export type NoteColor = (typeof noteColors)[number]

export interface CardLook {
  /** Only the title and the ways out are shown. */
  readonly isCollapsed?: boolean
  readonly color?: NoteColor
}
/** A note beside the cards, or a titled region behind them. Units: canvas pixels at 100 % zoom. */
export interface Note {
  readonly id: string
  readonly flowId: string
  readonly kind: "note" | "region"
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly color: NoteColor
}
export interface GroupLayout {
  readonly x: number
  readonly y: number
}
export const emptyLayout: Layout = { version: 1, stepIds: [], groups: {}, titles: {} }

/** One open program: everything the canvas, the source view and the panels need, derived from the text. */
export interface FlowDocument {
  readonly source: string
  readonly program: Program
  readonly layout: Layout
  readonly flows: readonly CanvasFlow[]
  readonly diagnostics: readonly Diagnostic[]
  /** While somebody types inside one step; left out when the text was opened as a whole. */
  readonly typed?: TypedStep
}

/** The one step that is another since `base`. All others say what they say there, and merely stand elsewhere. */
export interface TypedStep {
  readonly base: FlowDocument
  readonly flowId: string
  /** The card with the step as it is now. */
  readonly group: CanvasGroup
  readonly step: CanvasStep
  /** Where the step stood in the base, and there its first line, up to the next step. */
  readonly origin: Span
  readonly line: Span
}

/** The main flow, and one for each SUB and FUNCTION. */
export interface CanvasFlow {
  readonly id: string
  readonly kind: "main" | "sub" | "function"
  /** "" for the main flow. */
  readonly name: string
  readonly params: readonly string[]
  readonly groups: readonly CanvasGroup[]
  readonly edges: readonly CanvasEdge[]
  readonly notes: readonly Note[]
}

/** A titled card with a stack of steps. `inline`: the body of a step's outlet rather than a label's group. */
export interface CanvasGroup {
  readonly id: string
  readonly title: string
  readonly label: string | null
  readonly isEntry: boolean
  readonly inline: { readonly stepId: string; readonly outlet: string } | null
  readonly steps: readonly CanvasStep[]
  /**
   * "end": the flow ends here and the card shows an end mark; "open": nothing follows. "next" and "goto"
   * have an edge from the end, unless the last step's outlets already lead everywhere: then there is none
   * and none can be drawn.
   */
  readonly exit: "next" | "goto" | "end" | "open"
  readonly x: number
  readonly y: number
  readonly look: CardLook
}

export interface CanvasStep {
  readonly id: string
  /** The definition's name, or the statement's own word: IF, SELECT, FOR EACH, ASSIGN, HEAR, ... */
  readonly keyword: string
  readonly family: Family
  readonly icon: string
  /** i18next key, "steps.talk", filled with `values` (the arguments as the author wrote them). */
  readonly titleKey: string
  readonly values: Readonly<Record<string, string>>
  readonly outlets: readonly Outlet[]
  /** Switched off: it stays where it is and is not run. */
  readonly isOff?: true
  readonly span: Span
  /** The statement as written, for captions and the clipboard. */
  readonly source: string
  /** Step ids this card stands for: a HEAR menu and its SELECT CASE are one card. First is `id`. */
  readonly covers: readonly string[]
}

export interface Outlet {
  /** "yes", "no", "elseif:1", "choice:0", "else", "case:0", "body", "after", "failed", "timeout", "message", "silence", "gosub" */
  readonly key: string
  /** i18next key, "outlets.yes", filled with `text`, or null when `text` says it all. */
  readonly labelKey: string | null
  readonly text: string
  readonly isConnected: boolean
}

export interface CanvasEdge {
  readonly id: string
  readonly from: Port
  readonly to: string
  /** "next": falls through; "goto": a GOTO; "inline": from an outlet into its own body; "join": from a body back to what follows the step. */
  readonly kind: "next" | "goto" | "inline" | "join"
  /** False for "inline" and "join": they show structure and cannot be deleted. */
  readonly isEditable: boolean
}
/** Where an edge starts: the end of a group, or an outlet of one of its steps. */
export interface Port {
  readonly groupId: string
  readonly stepId: string | null
  readonly outlet: string | null
}

/** What a person did on the canvas. */
export type Gesture =
  /** `statement` is BASIC text, one or more statements; a palette entry's snippet or the clipboard. */
  | {
      readonly kind: "addStep"
      readonly groupId: string
      readonly index: number
      readonly statement: string
    }
  /** A drop on empty canvas: a new group, with the steps in it, and an edge to it if it was dragged out of a port. */
  | {
      readonly kind: "addGroup"
      readonly flowId: string
      readonly at: GroupLayout
      readonly title: string
      readonly statement: string
      readonly from: Port | null
    }
  | { readonly kind: "removeSteps"; readonly stepIds: readonly string[] }
  | { readonly kind: "removeGroup"; readonly groupId: string }
  /** `index` counts the steps of the card as it is shown before the move. */
  | {
      readonly kind: "moveStep"
      readonly stepId: string
      readonly groupId: string
      readonly index: number
    }
  /** Drag a step to empty canvas. */
  | {
      readonly kind: "extractStep"
      readonly stepId: string
      readonly at: GroupLayout
      readonly title: string
    }
  | { readonly kind: "duplicateStep"; readonly stepId: string }
  /** Switches steps off, so that they stay and are not run, or on again. */
  | { readonly kind: "switchSteps"; readonly stepIds: readonly string[]; readonly isOff: boolean }
  | { readonly kind: "connect"; readonly from: Port; readonly toGroupId: string }
  | { readonly kind: "disconnect"; readonly from: Port }
  | { readonly kind: "renameGroup"; readonly groupId: string; readonly title: string }
  | {
      readonly kind: "setField"
      readonly stepId: string
      readonly field: string
      readonly value: FieldValue
    }
  /** Ids of groups and of notes. */
  | { readonly kind: "moveGroups"; readonly moves: Readonly<Record<string, GroupLayout>> }
  | { readonly kind: "removeGroups"; readonly groupIds: readonly string[] }
  | {
      readonly kind: "styleGroups"
      readonly groupIds: readonly string[]
      /** What is left out stays; a colour of null is taken away. */
      readonly look: { readonly isCollapsed?: boolean; readonly color?: NoteColor | null }
    }
  /** Adds a note, or replaces the one of the same id. */
  | { readonly kind: "putNote"; readonly note: Note }
  | { readonly kind: "removeNotes"; readonly noteIds: readonly string[] }
  | { readonly kind: "addFlow"; readonly name: string }
  /** All texts of the flow in other languages. */
  | { readonly kind: "putTexts"; readonly texts: LayoutTexts }
  | { readonly kind: "format" }

export type GestureResult =
  | {
      readonly ok: true
      readonly edits: readonly TextEdit[]
      readonly document: FlowDocument
      readonly focusStepId: string | null
      readonly focusGroupId: string | null
    }
  | { readonly ok: false; readonly diagnostic: Diagnostic }

/** The settings of one step, drawn generically. */
export interface StepForm {
  readonly stepId: string
  readonly keyword: string
  readonly summary: string
  readonly fields: readonly StepField[]
}
export interface StepField {
  readonly name: string
  /** i18next key, "fields.prompt". */
  readonly labelKey: string
  readonly doc: string
  readonly editor: FieldEditor
  readonly value: FieldValue
  /** Words of a "select", by value; labels come from the catalogue under `options.`. */
  readonly options?: readonly string[]
  readonly isRequired: boolean
  readonly unit?: string
}
/** "text": plain words with variable chips, quoted for the person; "expression": BASIC; "name": a variable to set. */
export type FieldEditor =
  | "text"
  | "longText"
  | "expression"
  | "name"
  | "select"
  | "number"
  | "toggle"
  | "textList"
  | "fields"
  | "condition"
/** For "text" and "longText" a string holds plain words with `${...}` where variables stand; for "expression" the source text. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly { readonly name: string; readonly value: string }[]
