import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import { Fragment, type ReactNode, useMemo } from 'react'
import { Formula } from '../math/Formula.tsx'
import './prose.css'
import { saidFormula } from './said.ts'

/** Links lead to moments of this page, or to pages of the web that open beside it; others are their text. */
const MOMENT = /^#v=1/
const WEB = /^https?:\/\//

const read = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [math()], mdastExtensions: [mathFromMarkdown()] })

/** Text in Markdown with formulas between dollar signs. HTML in it is text like any other. */
export function Prose({ text, inline = false }: { readonly text: string; readonly inline?: boolean }) {
  const tree = useMemo(() => read(text), [text])
  const content = <Children of={inline ? unwrapped(tree) : tree} />
  return inline ? <span className="prose">{content}</span> : <div className="prose">{content}</div>
}

/** A single paragraph’s content by itself. */
const unwrapped = (tree: Root): Nodes => {
  const [only, another] = tree.children
  return only?.type === 'paragraph' && !another ? only : tree
}

function Children({ of }: { readonly of: Nodes }): ReactNode {
  if (!('children' in of)) return null
  const children: readonly Nodes[] = of.children
  return children.map((child, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text is the same for as long as it is shown
    <Fragment key={place}>
      <Together node={child} next={children[place + 1]} before={children[place - 1]} />
    </Fragment>
  ))
}

/** Signs that begin no line. */
const SIGNS = /^[.,;:?!)]+/

const signsOf = (node: Nodes | undefined): string => (node?.type === 'text' ? (SIGNS.exec(node.value)?.[0] ?? '') : '')

interface Neighbours {
  readonly node: Nodes
  readonly next: Nodes | undefined
  readonly before: Nodes | undefined
}

/** A formula keeps the signs that follow it, which would begin a line of their own otherwise. */
function Together({ node, next, before }: Neighbours): ReactNode {
  if (node.type === 'text' && before?.type === 'inlineMath') return node.value.slice(signsOf(node).length)
  const signs = node.type === 'inlineMath' ? signsOf(next) : ''
  if (signs === '') return <Part of={node} />
  return (
    <span className="prose-together">
      <Part of={node} />
      {signs}
    </span>
  )
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const

function Part({ of }: { readonly of: Nodes }): ReactNode {
  const children = <Children of={of} />
  switch (of.type) {
    case 'text':
      return of.value
    case 'paragraph':
      return <p>{children}</p>
    case 'emphasis':
      return <em>{children}</em>
    case 'strong':
      return <strong>{children}</strong>
    case 'inlineCode':
      return <code>{of.value}</code>
    case 'code':
      return (
        <pre>
          <code>{of.value}</code>
        </pre>
      )
    case 'inlineMath':
      return <Formula latex={of.value} speech={saidFormula(of.value)} />
    case 'math':
      return <Formula latex={of.value} speech={saidFormula(of.value)} display />
    case 'heading': {
      const Heading = HEADINGS[of.depth - 1]
      return <Heading>{children}</Heading>
    }
    case 'list':
      return of.ordered ? <ol start={of.start ?? 1}>{children}</ol> : <ul>{children}</ul>
    case 'listItem':
      return <li>{children}</li>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      return <Link url={of.url}>{children}</Link>
    case 'image':
      return of.alt
    case 'html':
      return of.value
    default:
      return children
  }
}

function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (MOMENT.test(url)) return <a href={url}>{children}</a>
  if (!WEB.test(url)) return children
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
