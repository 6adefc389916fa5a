import { SignInForm } from "#components/auth/sign-in-form.tsx"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("auth", "signIn.title")

export default function SignInPage() {
  return <SignInForm />
}
