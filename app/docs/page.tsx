import { DocsFrame } from "#components/docs/docs-frame.tsx"
import { DocsIndex } from "#components/docs/docs-index.tsx"
import { findPerson, listDocuments } from "../server.ts"
import { titleOf } from "../titles.ts"

export const generateMetadata = () => titleOf("docs", "title")

export default async function DocsPage() {
  const [person, documents] = await Promise.all([findPerson(), listDocuments()])
  return (
    <DocsFrame isSignedIn={person !== null}>
      <DocsIndex documents={documents} />
    </DocsFrame>
  )
}
