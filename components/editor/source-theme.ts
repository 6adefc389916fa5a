import { EditorView } from "@codemirror/view"

/** The look of the source view, from the same variables as everything else. */
export const sourceTheme = EditorView.theme({
  "&": {
    height: "100%",
    backgroundColor: "var(--bw-surface)",
    color: "var(--bw-text)",
    fontSize: "13px",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mantine-font-family-monospace)",
    lineHeight: "1.65",
    fontVariantLigatures: "none",
  },
  ".cm-content": { padding: "12px 0", caretColor: "var(--bw-accent-text)" },
  ".cm-line": { padding: "0 20px 0 10px" },
  ".cm-cursor": { borderLeftColor: "var(--bw-accent-text)", borderLeftWidth: "2px" },
  ".cm-gutters": {
    backgroundColor: "var(--bw-surface)",
    color: "var(--bw-text-faint)",
    border: "none",
  },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 14px", minWidth: "38px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--bw-sunken) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--bw-text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--bw-accent) 22%, transparent)" },
  ".cm-tooltip": {
    backgroundColor: "var(--bw-surface)",
    color: "var(--bw-text)",
    border: "1px solid var(--bw-line)",
    borderRadius: "8px",
    boxShadow: "var(--bw-shadow-float)",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mantine-font-family-monospace)",
    maxHeight: "16em",
  },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--bw-accent-soft)",
    color: "var(--bw-text)",
  },
  ".cm-completionDetail": {
    color: "var(--bw-text-muted)",
    fontStyle: "normal",
    marginInlineStart: "1em",
  },
  ".cm-diagnostic": {
    padding: "6px 12px",
    borderInlineStart: "3px solid var(--bw-warning-line)",
    fontFamily: "var(--mantine-font-family)",
    maxWidth: "42em",
  },
  ".cm-diagnostic-error": { borderInlineStartColor: "var(--bw-danger-text)" },
  ".cm-diagnostic-warning": { borderInlineStartColor: "var(--bw-warning-text)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bw-danger-text) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bw-warning-text) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-info, .cm-lintRange-hint": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--bw-text-muted) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-panels": {
    backgroundColor: "var(--bw-sunken)",
    color: "var(--bw-text)",
    borderColor: "var(--bw-line)",
  },
  ".cm-searchMatch": {
    backgroundColor: "var(--bw-warning-soft)",
    outline: "1px solid var(--bw-warning-line)",
  },
  ".bw-keyword": { color: "var(--bw-accent-text)", fontWeight: "600" },
  ".bw-function": { color: "var(--bw-family-say)" },
  ".bw-property": { color: "var(--bw-family-connect)" },
  ".bw-number": { color: "var(--bw-family-decide)" },
  ".bw-text": { color: "color-mix(in srgb, var(--bw-family-data) 78%, var(--bw-text))" },
  ".bw-operator": { color: "var(--bw-text-muted)" },
  ".bw-comment": { color: "var(--bw-text-faint)", fontStyle: "italic" },
  ".bw-running": {
    backgroundColor: "var(--bw-accent-soft)",
    boxShadow: "inset 3px 0 0 var(--bw-accent)",
  },
})
