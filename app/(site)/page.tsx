import { redirect } from "next/navigation"
import { Landing } from "#components/site/landing.tsx"
import { findPerson } from "../server.ts"
import { siteMetadata } from "../titles.ts"

export const generateMetadata = siteMetadata

export default async function HomePage() {
  if (await findPerson()) redirect("/bots")
  return <Landing />
}
