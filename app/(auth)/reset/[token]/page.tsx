import { ResetForm } from "#components/auth/reset-form.tsx"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("auth", "reset.title")

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  return <ResetForm token={(await params).token} />
}
