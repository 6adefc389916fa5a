import { type ErrorDefinition, quote } from "./define.ts"

/** Knowledge bases, their documents and web sites. */
export const knowledgeErrors = {
  "knowledge.base_not_found": {
    status: 404,
    retry: "never",
    title: "No such knowledge base",
    detail: (f: { base: string }) => `This bot has no knowledge base ${quote(f.base)}.`,
    fix: "Check the name, or create the knowledge base first.",
  },
  "knowledge.document_not_found": {
    status: 404,
    retry: "never",
    title: "No such document",
    detail: () => "The document is not there; it may have been deleted.",
    fix: "Load the list of documents again.",
  },
  "knowledge.site_not_found": {
    status: 404,
    retry: "never",
    title: "No such web site",
    detail: () => "The web site is not there; it may have been removed.",
    fix: "Load the list of web sites again.",
  },
  "knowledge.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name already taken",
    detail: (f: { name: string }) => `This bot has a knowledge base ${quote(f.name)} already.`,
    fix: "Choose another name.",
  },
  "knowledge.too_many": {
    status: 409,
    retry: "changed",
    title: "No room for more",
    detail: (f: { limit: number; what: "bases" | "documents" | "sites" | "chunks" }) =>
      `There is room for at most ${f.limit} ${many[f.what]}.`,
    fix: "Delete what is no longer needed.",
  },
  "knowledge.document_known": {
    status: 409,
    retry: "never",
    title: "Already there",
    detail: (f: { title: string }) =>
      `The knowledge base holds exactly this document already, as ${quote(f.title)}.`,
    fix: "Nothing needs to be done.",
  },
  "knowledge.type_refused": {
    status: 415,
    retry: "changed",
    title: "File of a kind that cannot be read",
    detail: (f: { type: string }) => `Files of type ${f.type} hold no text that can be read.`,
    fix: "Use PDF, Word, PowerPoint, Excel, CSV, HTML, Markdown, text, e-mail or a picture of text.",
  },
  "knowledge.address_refused": {
    status: 422,
    retry: "changed",
    title: "Address cannot be read",
    detail: (f: { url: string }) => `${quote(f.url)} is not the address of a web site.`,
    fix: "Write a whole address, such as https://example.org/help.",
  },
  "knowledge.embedder_failed": {
    status: 503,
    retry: "later",
    title: "Embedding model did not answer",
    detail: (f: { model: string }) => `The embedding model ${quote(f.model)} gave no vectors.`,
    fix: "It is tried again by itself; if it goes on, look at the settings of the model.",
  },
  "knowledge.empty": {
    status: 422,
    retry: "changed",
    title: "No text in it",
    detail: () => "No text was found in the document.",
    fix: "If it is a scan, upload its pages as pictures: those are read by text recognition.",
  },
} as const satisfies Record<string, ErrorDefinition>

const many = {
  bases: "knowledge bases in a bot",
  documents: "documents in a knowledge base",
  sites: "web sites in a knowledge base",
  chunks: "passages in an organization",
}
