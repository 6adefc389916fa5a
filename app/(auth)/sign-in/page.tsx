import { SignInForm } from "#components/auth/sign-in-form.tsx"
import { passOnPerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("auth", "signIn.title")

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  await passOnPerson((await searchParams).next)
  return <SignInForm />
}
