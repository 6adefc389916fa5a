import { describe, expect, test } from "vitest"
import { readEnv } from "./env.ts"

const strong = "Zk3vX9qLw7Rt2YbN8mPd4HsJc6GfAe1U"

describe("settings", () => {
  test("nothing set serves this machine only, from .data, with the embedded database", () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      role: "all",
      port: 3000,
      host: "127.0.0.1",
      isPublic: false,
      databaseUrl: null,
      publicUrl: null,
      isProduction: true,
    })
    expect(env.dataDir).toMatch(/^\/.*\/\.data$/)
  })

  test("a variable set to nothing counts as not set", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "" }).port).toBe(3000)
  })

  test("the public address loses its slash", () => {
    const env = readEnv({ HOST: "0.0.0.0", PUBLIC_URL: "https://Bots.example.com/" })
    expect(env.publicUrl).toBe("https://bots.example.com")
    expect(env.isPublic).toBe(true)
  })

  test.each([
    [{ PORT: "http" }, 'PORT is "http" and must be a whole number from 0 to 65535.'],
    [{ PORT: "70000" }, 'PORT is "70000" and must be a whole number from 0 to 65535.'],
    [
      { HOST: "not a host" },
      'HOST is "not a host" and must be a host name or an address such as 127.0.0.1 or 0.0.0.0.',
    ],
    [{ ROLE: "boss" }, 'ROLE is "boss" and must be all, web or worker.'],
    [{ DATABASE_URL: "mysql://user:pw@x/y" }, "DATABASE_URL must begin with postgres://."],
    [{ PUBLIC_URL: "bots.example.com" }, "PUBLIC_URL must begin with https:// or http://."],
    [
      { PUBLIC_URL: "https://a.example/app" },
      "PUBLIC_URL must be an origin such as https://bots.example.com, without a path.",
    ],
    [
      { TRUST_PROXY: "yes" },
      'TRUST_PROXY is "yes" and must be the number of proxies in front of the server, from 0 to 9.',
    ],
    [
      { HOST: "0.0.0.0" },
      "HOST is 0.0.0.0, which others can reach, so PUBLIC_URL must say under which address, such as https://bots.example.com.",
    ],
  ])("%o is refused in one plain sentence", (source, sentence) => {
    expect(() => readEnv(source)).toThrow(new RegExp(`^${literally(sentence)}$`))
  })

  test("every bad value has its own sentence, all at once", () => {
    expect(() => readEnv({ PORT: "x", ROLE: "y" })).toThrow(/^ROLE .*\.\nPORT .*\.$/)
  })

  test("a role other than all without a shared Redis, Postgres and secrets is refused", () => {
    expect(() => readEnv({ ROLE: "worker" })).toThrow(
      /REDIS_URL.*\n.*DATABASE_URL.*\n.*FILES_DIR.*\n.*SESSION_SECRET/,
    )
    const shared = {
      REDIS_URL: "redis://r",
      DATABASE_URL: "postgres://p/b",
      SESSION_SECRET: strong,
      ENCRYPTION_KEY: strong,
      FILES_DIR: "/mnt/files",
    }
    expect(readEnv({ ROLE: "web", ...shared }).role).toBe("web")
  })

  test("a store for files is named whole or not at all", () => {
    const S3_ENDPOINT = "https://s3.example.com"
    expect(() => readEnv({ S3_ENDPOINT })).toThrow(/S3_BUCKET.*\n.*S3_ACCESS_KEY_ID.*\n.*S3_SECRET/)
    const S3 = { S3_ENDPOINT, S3_BUCKET: "files", S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" }
    expect(readEnv(S3).s3).toEqual({
      ...{ endpoint: S3_ENDPOINT, bucket: "files", region: "us-east-1" },
      ...{ accessKeyId: "a", secretAccessKey: "b" },
    })
    expect(readEnv({ DATA_DIR: "/srv" })).toMatchObject({ s3: null, filesDir: "/srv/files" })
  })

  test.each([
    "changeme-changeme-changeme-changeme",
    "short",
    "a".repeat(64),
    "your-secret-goes-here-0123456789abcdef",
  ])("AUTH-08 the weak or example secret %s is refused and not repeated", (secret) => {
    expect(() => readEnv({ SESSION_SECRET: secret })).toThrow(
      /^SESSION_SECRET must be at least 32 varied/,
    )
  })
})

function literally(sentence: string): string {
  return sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
