import { redirect } from "next/navigation"
import { Landing } from "#components/site/landing.tsx"
import { findPerson } from "../server.ts"

export default async function HomePage() {
  if (await findPerson()) redirect("/bots")
  return <Landing />
}
