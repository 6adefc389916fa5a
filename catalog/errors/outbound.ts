import { type ErrorDefinition, quote, seconds } from "./define.ts"

/** Calls from this server to addresses on the internet. */
export const outboundErrors = {
  "outbound.url_refused": {
    status: 422,
    retry: "changed",
    title: "Address cannot be called",
    detail: (f: { problem: string }) => `The address ${f.problem}.`,
    fix: "Use a complete http or https address without a user name in it.",
  },
  "outbound.address_refused": {
    status: 422,
    retry: "never",
    title: "Address is not public",
    detail: (f: { host: string }) => `${f.host} is not an address on the public internet.`,
    fix: "Call a public address. Whoever runs this server can allow an inner one with OUTBOUND_ALLOW.",
  },
  "outbound.header_refused": {
    status: 422,
    retry: "changed",
    title: "Header cannot be sent",
    detail: (f: { name: string }) =>
      `The header ${quote(f.name)} has a name or a value that cannot be sent.`,
    fix: "Remove line breaks and control characters, and leave Host, Content-Length and connection headers to the system.",
  },
  "outbound.too_many_redirects": {
    status: 502,
    retry: "never",
    title: "Too many redirects",
    detail: (f: { host: string; limit: number }) =>
      `${f.host} redirected more than ${f.limit} times.`,
    fix: "Call the final address directly.",
  },
  "outbound.timed_out": {
    status: 504,
    retry: "later",
    title: "No answer in time",
    detail: (f: { host: string; timeoutMs: number }) =>
      `${f.host} did not answer completely within ${seconds(Math.ceil(f.timeoutMs / 1000))}.`,
    fix: "Try again later, or ask the other side why it is slow.",
  },
  "outbound.too_large": {
    status: 502,
    retry: "never",
    title: "Answer too large",
    detail: (f: { host: string; limitBytes: number }) =>
      `${f.host} sent more than ${f.limitBytes} bytes.`,
    fix: "Ask the other side for less at once.",
  },
  "outbound.unreachable": {
    status: 502,
    retry: "later",
    title: "Address not reached",
    detail: (f: { host: string }) => `${f.host} could not be reached, or broke the connection off.`,
    fix: "Check the address, then try again.",
  },
} as const satisfies Record<string, ErrorDefinition>
