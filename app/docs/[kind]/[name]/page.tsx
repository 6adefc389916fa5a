import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DocsFrame } from "#components/docs/docs-frame.tsx"
import { DocumentArticle } from "#components/docs/document-article.tsx"
import { findPerson, listDocuments, readDocument } from "../../../server.ts"

interface PageProps {
  params: Promise<{ kind: string; name: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { kind, name } = await params
  const found = (await listDocuments()).find((one) => one.kind === kind && one.name === name)
  return found ? { title: found.title, description: found.summary } : {}
}

export default async function OneDocumentPage({ params }: PageProps) {
  const { kind, name } = await params
  const [person, text] = await Promise.all([findPerson(), readDocument(kind, name)])
  if (text === null) notFound()
  return (
    <DocsFrame isSignedIn={person !== null}>
      <DocumentArticle kind={kind} name={name} text={text} />
    </DocsFrame>
  )
}
