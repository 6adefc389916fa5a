import { type ReactNode, Suspense } from "react"
import { AuthFrame } from "#components/auth/auth-frame.tsx"

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <AuthFrame>
      <Suspense>{children}</Suspense>
    </AuthFrame>
  )
}
