/** A case of the security checklist that cannot be tried before a part of the product exists. */
export interface PendingCase {
  /** The part, in our words. */
  readonly surface: string
  /** A path of this shape in the repository means that the part exists, and that the case must be a test. */
  readonly path: RegExp
}

const callbacks = { surface: "OAuth callbacks", path: /^server\/.*oauth/ }
const channels = { surface: "channels and their webhooks", path: /^server\/channels\// }
const codeSteps = {
  surface: "steps that run code",
  path: /(^|\/)(run-code|code-sandbox|sandbox)\b/,
}
const credentials = {
  surface: "stored credentials",
  path: /^server\/services\/(credentials|connections)\//,
}
const deployment = { surface: "deployment to a cluster", path: /(^|\/)(helm|charts|k8s)\// }
const erasure = {
  surface: "erasing a contact",
  path: /^server\/services\/contacts\/(erase|forget)/,
}
const exports = {
  surface: "export of logs, traces and events",
  path: /^server\/services\/(exports|traces|outgoing-webhooks)\//,
}
const insights = {
  surface: "analytics, usage, billing and the audit view",
  path: /^server\/services\/(analytics|insights|usage|billing|audit)\//,
}
const moderation = { surface: "the look at what is published", path: /(^|\/)(abuse|moderation)\b/ }
const plugins = { surface: "plugins", path: /(^|\/)plugins?\// }
const singleSignOn = { surface: "single sign-on", path: /(^|\/)(saml|oidc|sso)\b/ }
const themes = { surface: "styles of a customer's own", path: /(^|\/)(custom-css|themes?)\// }

/**
 * The cases of the security checklist without a test, and what each waits for. Every other case stands
 * in the name of a test; `security-pending.test.ts` holds the two together.
 */
export const securityPending: Readonly<Record<string, PendingCase>> = {
  "ISO-10": exports,
  "ISO-14": channels,
  "SEC-07": credentials,
  "SEC-08": callbacks,
  "SBX-06": plugins,
  "NET-07": deployment,
  "XSS-04": themes,
  "AUTH-07": singleSignOn,
  "ABU-01": moderation,
  "PRV-01": erasure,
}

/**
 * Cases that hold for what there is, and must be tried again, on more, when these parts come: their tests
 * are to be extended, then the line goes.
 */
export const securityGrowing: Readonly<Record<string, readonly PendingCase[]>> = {
  "SBX-05": [codeSteps],
  "ISO-05": [{ surface: "domains of customers", path: /^server\/services\/domains\// }],
  "ISO-09": [credentials],
  "ISO-15": [insights],
  "SEC-01": [credentials],
  "SEC-02": [credentials],
  "SEC-03": [channels, credentials],
  "SEC-04": [channels],
  "SEC-06": [channels],
  "NET-04": [channels],
  "FIL-06": [channels],
  "WHK-01": [channels],
  "WHK-02": [channels],
  "WHK-03": [channels],
  "WHK-04": [channels],
  "WHK-05": [channels],
  "SES-03": [channels],
  "INJ-04": [insights, exports],
  "DOS-03": [channels],
}
