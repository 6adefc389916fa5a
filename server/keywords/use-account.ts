import { useAccount } from "#basic/keywords/use-account.ts"
import { notSetUp } from "./not-set-up.ts"

export const useAccountHandler = notSetUp(useAccount, "default-accounts")
