import { RequestResetForm } from "#components/auth/request-reset-form.tsx"
import { titleOf } from "../../titles.ts"

export const generateMetadata = () => titleOf("auth", "reset.requestTitle")

export default function RequestResetPage() {
  return <RequestResetForm />
}
