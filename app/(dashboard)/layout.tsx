import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { DashboardFrame } from "#components/shell/dashboard-frame.tsx"
import { findPerson } from "../server.ts"

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  if (!(await findPerson())) redirect("/sign-in")
  return <DashboardFrame>{children}</DashboardFrame>
}
