import { escaped } from '../picture/xml.ts'

/** A graph that goes into other people’s material. Texts are as the user typed them: each format writes them as text. */
export interface EmbeddedGraph {
  /** The whole address of the embed. */
  readonly address: string
  /** The same moment in the whole page. */
  readonly whole: string
  /** The whole address of the page’s script for other pages. */
  readonly script: string
  /** What the frame is called, for those who do not see it. */
  readonly title: string
  readonly program: string
  /** In px; null is as wide as there is room. */
  readonly width: number | null
  /** In px. */
  readonly height: number
  /** The file name of a picture that takes its place in print; null where there is none. */
  readonly picture: string | null
}

/** A way to put a graph into material of one kind. */
export interface SnippetFormat {
  readonly name: string
  readonly title: string
  /** Where it goes, in a sentence or two. */
  readonly says: string
  readonly write: (graph: EmbeddedGraph) => string
}

/** A text in HTML with its lines, all on one line, also where the line stands in Markdown. */
export const content = (text: string): string =>
  escaped(text).replace(/[`$*_\\{}[\]|~^@\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The same as an attribute, whose lines count for nothing. */
export const attribute = (text: string): string => content(oneLine(text))

const oneLine = (text: string): string => text.replace(/\p{White_Space}+/gu, ' ').trim()

/** An address without signs in its fragment that mean something in Markdown; what they stand for is the same. */
export function address(url: string): string {
  const at = url.indexOf('#')
  return at < 0 ? url : url.slice(0, at) + url.slice(at).replace(/[!'()*~$;@`\\|[\]{}<>"^]/g, percent)
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** A text in Markdown, in one line: every sign of it is itself. */
export const markdown = (text: string): string =>
  oneLine(text).replace(/[&<>]|[\\`*_{}[\]()#+\-.!|~$^:@="']/g, (sign) => ENTITIES[sign] ?? `\\${sign}`)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const widthOf = ({ width }: EmbeddedGraph): string => (width === null ? '100%' : String(width))

/** The frame as HTML, in one line. */
export const frame = (graph: EmbeddedGraph, more = ''): string =>
  `<iframe src="${attribute(address(graph.address))}" title="${attribute(graph.title)}" loading="lazy" ` +
  `width="${widthOf(graph)}" height="${graph.height}" style="border: 0; max-width: 100%"${more}></iframe>`

/** What leads to the whole page, on paper too. */
export const linkToWhole = ({ whole, title }: EmbeddedGraph): string =>
  `<a href="${attribute(address(whole))}">${attribute(title)}</a>`

/** What shows a picture on paper only, in place of the frame. */
const PRINTED =
  '<style>.gradual-print { display: none } @media print { .gradual-print { display: block } .gradual-frame { display: none } }</style>'

/** The frame with its caption; on paper the picture, where there is one. */
export function figure(graph: EmbeddedGraph, more = ''): string {
  const { picture, title } = graph
  const printed =
    picture === null
      ? []
      : [`  ${PRINTED}`, `  <img class="gradual-print" src="${attribute(address(picture))}" alt="${attribute(title)}">`]
  return [
    '<figure>',
    `  ${frame(graph, ` class="gradual-frame"${more}`)}`,
    ...printed,
    `  <figcaption>${linkToWhole(graph)}</figcaption>`,
    '</figure>',
  ].join('\n')
}
