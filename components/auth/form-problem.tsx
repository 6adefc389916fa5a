"use client"

import { Icon } from "../ui/icon.tsx"
import styles from "./form-problem.module.css"

interface FormProblemProps {
  title: string
  text: string
}

/** Why a form was not taken, above its button and read out at once. */
export function FormProblem({ title, text }: FormProblemProps) {
  return (
    <div className={styles.problem} role="alert">
      <Icon name="alert-circle" size={18} />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
      </div>
    </div>
  )
}
