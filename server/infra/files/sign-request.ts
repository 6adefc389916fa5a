import { createHmac, hash } from "node:crypto"

export interface S3Credentials {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

interface Unsigned {
  readonly method: string
  readonly url: URL
  /** Names in lower case; `host` is taken from the address. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * Signs a request for an S3-compatible store: AWS Signature Version 4, in the headers.
 *
 * Shape:  the headers to send, the signature among them.
 * Source: docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, whose examples are the test.
 */
export function signRequest(
  { method, url, headers = {}, body }: Unsigned,
  { region, accessKeyId, secretAccessKey }: S3Credentials,
  now: Date,
): Record<string, string> {
  const stamp = now.toISOString().replace(/[:-]|\.\d{3}/g, "")
  const day = stamp.slice(0, 8)
  const bodyHash = hash("sha256", body, "hex")
  const signed: Record<string, string> = {
    ...headers,
    host: url.host,
    "x-amz-content-sha256": bodyHash,
    "x-amz-date": stamp,
  }
  const names = Object.keys(signed).sort()
  const canonical = [
    method,
    url.pathname,
    canonicalQuery(url),
    ...names.map((name) => `${name}:${signed[name]?.trim().replace(/ +/g, " ")}`),
    "",
    names.join(";"),
    bodyHash,
  ].join("\n")
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ["AWS4-HMAC-SHA256", stamp, scope, hash("sha256", canonical, "hex")].join("\n")
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  )
  const signature = createHmac("sha256", key).update(toSign).digest("hex")
  const { host: _host, ...sent } = signed
  const credential = `Credential=${accessKeyId}/${scope}`
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${names.join(";")},Signature=${signature}`,
  }
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&")
}

/** As RFC 3986 has it: what JavaScript leaves plain is written out too. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
