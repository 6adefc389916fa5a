import { Icon } from "../ui/icon.tsx"
import styles from "./step-picture.module.css"

/**
 * The step of a keyword as the canvas draws it.
 *
 * Shape: `text` is the family and the icon, the title below it, and a line with `>` for each outlet.
 */
export function StepPicture({ text }: { text: string }) {
  const [head = "", title = "", ...rest] = text.split("\n")
  const [family = "flow", icon = ""] = head.split(" ")
  const outlets = rest.filter((line) => line.startsWith("> ")).map((line) => line.slice(2))
  return (
    <figure className={styles.picture} data-family={family}>
      <div className={styles.step}>
        <span className={styles.icon}>
          <Icon name={icon} size={18} />
        </span>
        <span>{title}</span>
      </div>
      {outlets.length > 0 && (
        <ul className={styles.outlets}>
          {outlets.map((outlet) => (
            <li key={outlet}>{outlet}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}
