import { Fragment, type ReactNode } from "react"
import { parseRichText, type RichBlock, type RichInline } from "#catalog/rich-text.ts"
import styles from "./rich-text-view.module.css"

/** Shows Markdown as elements built from the typed tree; there is no way from text to HTML. */
export function RichTextView({ text }: { text: string }) {
  return <div className={styles.text}>{parseRichText(text).map(renderBlock)}</div>
}

function renderBlock(block: RichBlock, index: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={index}>{block.children.map(renderInline)}</p>
    case "heading":
      return (
        <p key={index} className={styles.heading} data-level={block.level}>
          {block.children.map(renderInline)}
        </p>
      )
    case "quote":
      return <blockquote key={index}>{block.children.map(renderInline)}</blockquote>
    case "code":
      return (
        <pre key={index} dir="ltr">
          <code>{block.text}</code>
        </pre>
      )
    case "rule":
      return <hr key={index} />
    case "list": {
      // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text never changes its order.
      const items = block.items.map((item, at) => <li key={at}>{item.map(renderInline)}</li>)
      return block.isOrdered ? (
        <ol key={index} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={index}>{items}</ul>
      )
    }
  }
}

function renderInline(node: RichInline, index: number): ReactNode {
  switch (node.kind) {
    case "text":
      return <Fragment key={index}>{node.text}</Fragment>
    case "strong":
      return <strong key={index}>{node.children.map(renderInline)}</strong>
    case "emphasis":
      return <em key={index}>{node.children.map(renderInline)}</em>
    case "strike":
      return <s key={index}>{node.children.map(renderInline)}</s>
    case "code":
      return (
        <code key={index} dir="ltr">
          {node.text}
        </code>
      )
    case "link":
      return (
        <a key={index} href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {node.children.map(renderInline)}
        </a>
      )
    case "break":
      return <br key={index} />
  }
}
