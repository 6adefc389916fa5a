import { redirect } from "next/navigation"
import { safePath } from "#components/api/safe-path.ts"
import { findPerson } from "./server.ts"

/** Lets only signed-in people on; others sign in first and come back to `path`. Each page asks, since layouts are kept between pages. */
export async function requirePerson(path: string): Promise<void> {
  if (!(await findPerson())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}

/** Sends people who are signed in already on to where they were going. */
export async function passOnPerson(next: string | string[] | undefined): Promise<void> {
  if (await findPerson()) redirect(safePath(typeof next === "string" ? next : null))
}
