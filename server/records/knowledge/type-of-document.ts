const readable =
  /^(?:application\/(?:pdf|json|xml|yaml|xhtml\+xml|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|presentationml\.presentation|spreadsheetml\.sheet))|text\/[\w.+-]+|message\/rfc822|image\/(?:png|jpe?g|webp|gif|bmp|tiff))$/
/** What the name says of a text: its content tells no more than that it is one. */
const byName: Readonly<Record<string, string>> = {
  ...{ md: "text/markdown", markdown: "text/markdown", csv: "text/csv", tsv: "text/csv" },
  ...{ html: "text/html", htm: "text/html", xhtml: "application/xhtml+xml", eml: "message/rfc822" },
}

/**
 * How a document is read: by its content, and among texts by its name. Null when it holds no text. A text
 * that is called a PDF is a text; a program that is called a text is refused.
 */
export function typeOfDocument(sniffed: string, extension: string): string | null {
  const named = byName[extension.toLowerCase().replace(/^\./, "")]
  const isText = /^text\/|^message\/|^application\/(?:json|xml|yaml)$/.test(sniffed)
  const type = isText && named ? named : sniffed
  return readable.test(type) ? type : null
}
