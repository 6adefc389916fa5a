import type { MessageSource } from "#catalog/messages.ts"
import type { Fact } from "../request.ts"

/** What a message says of a passage. Only addresses of the web are told. */
export function toSource({ number, passage }: Fact): MessageSource {
  const { id, title, section, page, url } = passage
  return {
    ...{ number, id, title: title.slice(0, 200) },
    ...(section !== null && section !== "" && { section: section.slice(0, 200) }),
    ...(page !== null && { page }),
    ...(url !== null && /^https?:\/\//i.test(url) && { url }),
  }
}
