import { parseDocument } from "#catalog/document-text.ts"
import { plainText } from "#catalog/rich-text.ts"
import { DocumentPage } from "./document-page.tsx"
import { DocumentView } from "./document-view.tsx"

interface DocumentArticleProps {
  kind: string
  name: string
  text: string
}

/** Reads and draws a document on the server, so that neither parser nor lexer travels to the browser. */
export function DocumentArticle({ kind, name, text }: DocumentArticleProps) {
  const blocks = parseDocument(text, `/docs/${kind}/${name}`)
  const sections = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2
      ? [{ id: block.id, title: plainText([block]) }]
      : [],
  )
  return (
    <DocumentPage kind={kind} name={name} sections={sections}>
      <DocumentView blocks={blocks} />
    </DocumentPage>
  )
}
