import styles from "./brand.module.css"

/** The mark: a speech bubble of two pieces held by a dovetail joint. */
export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className={styles.left}
        d="M8 4h8v5.2l-3.2-1.5v8.6l3.2-1.5V22h-4.4L7 27.2V22.1A5 5 0 0 1 3 17.2V9a5 5 0 0 1 5-5Z"
      />
      <path
        className={styles.right}
        d="M17.6 4H24a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5h-6.4v-9.7l-3.2 1.5V10.2l3.2 1.5Z"
      />
    </svg>
  )
}

export function Brand({ size = 26 }: { size?: number }) {
  return (
    <span className={styles.brand} dir="ltr">
      <BrandMark size={size} />
      <span className={styles.word} translate="no">
        Botwright
      </span>
    </span>
  )
}
