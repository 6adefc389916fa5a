import { SignUpSteps } from "#components/auth/sign-up-steps.tsx"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("auth", "signUp.title")

export default function SignUpPage() {
  return <SignUpSteps />
}
