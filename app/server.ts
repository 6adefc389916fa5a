import { cookies, headers } from "next/headers"
import type { InvitationPreview, PagesPort, SignedInPerson } from "#server/container.ts"
import type { DocumentSummary } from "#server/http/documents.ts"

/** The server beside these pages: `server/main.ts` puts it there before Next starts. */
function getPort(): PagesPort {
  const port: unknown = Reflect.get(globalThis, Symbol.for("botwright"))
  if (isPort(port)) return port
  throw new Error("Pages are rendered by server/main.ts; start the product with npm start.")
}

function isPort(value: unknown): value is PagesPort {
  return typeof value === "object" && value !== null && "findPerson" in value
}

/** Who asks for this page; null when nobody is signed in. */
export async function findPerson(): Promise<SignedInPerson | null> {
  return getPort().findPerson((await headers()).get("cookie"))
}

/** What an invitation says before it is accepted; null when its link no longer works. */
export async function findInvitation(token: string): Promise<InvitationPreview | null> {
  return getPort().findInvitation(token)
}

/** What the hosted chat of a bot shows; null when there is no such published bot. */
export async function findPublicBot(slug: string) {
  return getPort().findPublicBot(slug)
}

/** Every document of the manual, in the order of its shelf. */
export async function listDocuments(): Promise<readonly DocumentSummary[]> {
  return getPort().documents.list()
}

/** One document as Markdown; null when there is none of that name. */
export async function readDocument(kind: string, name: string): Promise<string | null> {
  return getPort().documents.read(kind, name)
}

/** Where people open the product: an origin without a slash at the end. */
export function readPublicUrl(): string {
  return getPort().publicUrl
}

/** What a test recognizes the server's process by; null otherwise. */
export function readMark(): string | null {
  return getPort().mark
}

/** Reads one cookie of the request. */
export async function readCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(name)?.value
}
