"use client"

import { useState } from "react"
import { ChooseStart } from "./choose-start.tsx"
import { SignUpForm } from "./sign-up-form.tsx"

/** Signing up: who you are, then what your bot should do. */
export function SignUpSteps() {
  const [isSignedUp, setSignedUp] = useState(false)
  return isSignedUp ? <ChooseStart /> : <SignUpForm onDone={() => setSignedUp(true)} />
}
