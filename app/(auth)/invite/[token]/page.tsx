import { InviteCard } from "#components/auth/invite-card.tsx"
import { findInvitation, findPerson } from "../../../server.ts"
import { titleOf } from "../../../titles.ts"

export const generateMetadata = () => titleOf("auth", "invite.page")

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [invitation, person] = await Promise.all([findInvitation(token), findPerson()])
  return <InviteCard token={token} invitation={invitation} isSignedIn={person !== null} />
}
