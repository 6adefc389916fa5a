import { dnsSet } from "#basic/keywords/dns-set.ts"
import { notSetUp } from "./not-set-up.ts"

export const dnsSetHandler = notSetUp(dnsSet, "dns-provider")
