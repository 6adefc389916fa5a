import Link from "next/link"
import { Fragment, type ReactNode } from "react"
import { type DocumentBlock, siteLink } from "#catalog/document-text.ts"
import { plainText, type RichInline } from "#catalog/rich-text.ts"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import { CodeBlock } from "./code-block.tsx"
import styles from "./document-view.module.css"
import { StepPicture } from "./step-picture.tsx"

/** Shows a document as elements built from its typed tree; there is no way from text to HTML. */
export function DocumentView({ blocks }: { blocks: readonly DocumentBlock[] }) {
  return <div className={styles.document}>{blocks.map(renderBlock)}</div>
}

function renderBlock(block: DocumentBlock, index: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={index}>{block.children.map(renderInline)}</p>
    case "heading": {
      const Heading = `h${block.level}` as const
      return (
        <Heading key={index} id={block.level === 1 ? undefined : block.id}>
          {block.children.map(renderInline)}
        </Heading>
      )
    }
    case "quote":
      return <blockquote key={index}>{block.children.map(renderInline)}</blockquote>
    case "code":
      return block.language === "canvas" ? (
        <StepPicture key={index} text={block.text} />
      ) : (
        <CodeBlock key={index} language={block.language} text={block.text} />
      )
    case "rule":
      return <hr key={index} />
    case "list": {
      // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order.
      const items = block.items.map((item, at) => <li key={at}>{item.map(renderInline)}</li>)
      return block.isOrdered ? (
        <ol key={index} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={index}>{items}</ul>
      )
    }
    case "table":
      return <Table key={index} table={block} />
  }
}

function Table({ table }: { table: Extract<DocumentBlock, { readonly kind: "table" }> }) {
  const name = table.head.map((cell) => wordsOf(cell)).join(", ")
  return (
    <ScrollRegion className={styles.table} label={name}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order.
              <th key={at} scope="col">
                {cell.map(renderInline)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order.
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a document never changes its order.
                <td key={column}>{cell.map(renderInline)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const wordsOf = (children: readonly RichInline[]) => plainText([{ kind: "paragraph", children }])

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
      return <code key={index}>{node.text}</code>
    case "link": {
      const inside = siteLink(node.href)
      const children = node.children.map(renderInline)
      return inside === null ? (
        <a key={index} href={node.href} rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        <Link key={index} href={inside} prefetch={false}>
          {children}
        </Link>
      )
    }
    case "break":
      // Lines of a document are broken where the editor broke them, which means nothing.
      return " "
  }
}
