import { SignUpSteps } from "#components/auth/sign-up-steps.tsx"
import { passOnPerson } from "../../gate.ts"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("auth", "signUp.title")

interface SignUpPageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  await passOnPerson((await searchParams).next)
  return <SignUpSteps />
}
