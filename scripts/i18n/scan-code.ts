import ts from "typescript"

/** What a file says about texts. */
export interface CodeTexts {
  /** Texts that stand in the code instead of a catalogue, with their places. */
  readonly hardCoded: readonly string[]
  /** Every string literal: the keys a file can ask for. */
  readonly literals: ReadonlySet<string>
  /** Beginnings and ends of template literals: keys that are put together. */
  readonly templates: readonly { readonly head: string; readonly tail: string }[]
}

/** Attributes whose text is read by people. */
const spoken = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "aria-valuetext",
  "description",
  "label",
  "placeholder",
  "text",
  "title",
])
const hasLetter = /\p{L}{2}/u

/** Reads one file of TypeScript or TSX. */
export function scanCode(file: string, text: string): CodeTexts {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kind)
  const hardCoded: string[] = []
  const literals = new Set<string>()
  const templates: { head: string; tail: string }[] = []
  const tell = (node: ts.Node, words: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    hardCoded.push(`${file}:${line}: "${words.trim().slice(0, 60)}" belongs in a catalogue`)
  }
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      literals.add(node.text)
    if (ts.isTemplateExpression(node))
      templates.push({
        head: node.head.text,
        tail: node.templateSpans.at(-1)?.literal.text ?? "",
      })
    if (isShownText(node) && hasLetter.test(node.text) && !isUntranslated(node))
      tell(node, node.text)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source))) {
      const words = literalOf(node.initializer)
      if (words !== null && hasLetter.test(words)) tell(node, words)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { hardCoded, literals, templates }
}

function isShownText(node: ts.Node): node is ts.JsxText | ts.StringLiteral {
  if (ts.isJsxText(node)) return true
  return (
    ts.isStringLiteral(node) &&
    ts.isJsxExpression(node.parent) &&
    (ts.isJsxElement(node.parent.parent) || ts.isJsxFragment(node.parent.parent))
  )
}

/** `translate="no"` marks names that are the same in every language. */
function isUntranslated(node: ts.Node): boolean {
  for (let parent = node.parent; parent; parent = parent.parent)
    if (
      ts.isJsxElement(parent) &&
      parent.openingElement.attributes.properties.some(
        (attribute) =>
          ts.isJsxAttribute(attribute) &&
          attribute.name.getText() === "translate" &&
          literalOf(attribute.initializer) === "no",
      )
    )
      return true
  return false
}

function literalOf(initializer: ts.JsxAttributeValue | undefined): string | null {
  if (!initializer) return null
  if (ts.isStringLiteral(initializer)) return initializer.text
  const inner = ts.isJsxExpression(initializer) ? initializer.expression : null
  return inner && ts.isStringLiteralLike(inner) ? inner.text : null
}
