import type { Metadata } from "next"
import { PreviewPage } from "#components/preview/preview-page.tsx"

export const metadata: Metadata = {
  title: "Botwright",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
}

export default async function Preview({ params }: { params: Promise<{ token: string }> }) {
  return <PreviewPage token={(await params).token} />
}
