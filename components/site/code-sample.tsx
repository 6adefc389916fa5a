import styles from "./code-sample.module.css"

interface CodeSampleProps {
  label: string
  code: string
  language: "basic" | "plain"
}

const words =
  /("(?:[^"\\]|\\.)*")|\b(TALK|HEAR|AS|EMAIL|WITH|IF|THEN|END IF|ELSE|GOTO)\b|([^"A-Z]+|[A-Z"]+)/g

/** A few lines of code, coloured just enough to be read. */
export function CodeSample({ label, code, language }: CodeSampleProps) {
  return (
    <figure className={styles.sample} aria-label={label} dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard. */}
      <pre tabIndex={0}>
        <code>
          {language === "plain"
            ? code
            : Array.from(code.matchAll(words), ([text, string, keyword], index) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text never changes its order.
                  key={index}
                  className={string ? styles.string : keyword ? styles.keyword : undefined}
                >
                  {text}
                </span>
              ))}
        </code>
      </pre>
    </figure>
  )
}
