import type { OrgId, ProvenOrgId } from "#catalog/ids.ts"

/**
 * Marks an organization as proven.
 *
 * Only gates call it, after they looked the right up: the session with its membership, a public bot, a
 * conversation's token, the row of a job. `proven-org.test.ts` lists them.
 */
export function proveOrg(orgId: OrgId): ProvenOrgId {
  return orgId as ProvenOrgId
}
