import type { SheetCell } from '../../notation/sheet.ts'
import { STYLE, STYLE_HASH } from './htmlStyle.ts'
import { htmlText } from './htmlText.ts'
import { mathml } from './mathml.ts'
import {
  type DocumentPart,
  inTurn,
  type Pausing,
  type StepPart,
  type TablePart,
  type WrittenDocument,
} from './writtenDocument.ts'

/** One page that stands alone: no script, one style by its hash, nothing from anywhere else. */
export const htmlDocument = async (
  { title, parts, link }: WrittenDocument,
  rest: Pausing,
): Promise<string> => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${htmlText(title)}</h1>
${await htmlParts(parts, rest)}
</main>
${link === null ? '' : `<footer><a href="${htmlText(safe(link))}">Open this moment in Gradual</a></footer>\n`}</body>
</html>
`

/** A link leads to a page, whatever it is made from. */
const safe = (link: string): string => (/^(https?|file):/.test(link) ? link : `#${link}`)

/** The parts without the page around them. */
export const htmlParts = async (parts: readonly DocumentPart[], rest: Pausing): Promise<string> =>
  (await inTurn(parts, htmlPart, rest)).join('\n')

function htmlPart(part: DocumentPart): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${htmlText(part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p>${htmlText(part.text)}</p>`
    case 'program':
      return `<pre><code>${htmlText(part.text)}</code></pre>`
    case 'figure':
      return `<figure><img alt="${htmlText(part.says)}" src="data:image/svg+xml,${encodeURIComponent(part.svg).replaceAll("'", '%27')}"></figure>`
    case 'table':
      return htmlTable(part)
    case 'step':
      return htmlStep(part)
  }
}

const htmlStep = ({ title, sentence, lines, notes }: StepPart): string =>
  [
    `<section class="step"><h3>${htmlText(title)}</h3>`,
    `<p>${htmlText(sentence)}</p>`,
    ...(lines.length > 0 ? [`<dl>${lines.map(htmlLine).join('')}</dl>`] : []),
    ...notes.map((note) => `<p class="note">${htmlText(note)}</p>`),
    '</section>',
  ].join('\n')

const htmlLine = ({ label, latex }: StepPart['lines'][number]): string =>
  `<div><dt>${htmlText(label)}</dt><dd>${mathml(latex, true)}</dd></div>`

/** A wide one scrolls by itself, by keys too. */
function htmlTable({ caption, sheet, isHeaded }: TablePart): string {
  const head = sheet.head.map(
    (cell, i) => `<th scope="col"${i < sheet.words ? '' : ' class="number"'}>${htmlCell(cell)}</th>`,
  )
  const rows = sheet.rows.map((cells) => `<tr>${cells.map((cell, i) => htmlData(cell, i, sheet.words)).join('')}</tr>`)
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${htmlText(caption)}"><table>`,
    `<caption>${isHeaded ? `<span class="said">${htmlText(caption)}</span>` : htmlText(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n')
}

const htmlData = (cell: SheetCell, column: number, words: number): string =>
  column === 0
    ? `<th scope="row">${htmlCell(cell)}</th>`
    : `<td${column < words ? '' : ' class="number"'}>${htmlCell(cell)}</td>`

/** A number with all its digits behind it, mathematics, or words. */
function htmlCell(cell: SheetCell): string {
  const { blank } = cell
  if (!blank) return contentOf(cell.text, cell.latex, cell.data)
  const mark = `<small>(${blank.mark})</small>`
  if (!blank.isFilled) return `<span class="blank"><span class="said">blank </span>${mark}</span>`
  const [, latex] = /^\\filled\{\d+\}\{(.*)\}$/s.exec(cell.latex) as RegExpExecArray
  return `<span class="filled">${contentOf(cell.text.replace(/ \(\d+\)$/, ''), latex, cell.data)} ${mark}</span>`
}

const NUMBER = /^(-?(\d|Infinity)|NaN$)/

function contentOf(text: string, latex: string, data: string): string {
  if (NUMBER.test(data)) return `<data value="${htmlText(data)}">${htmlText(text)}</data>`
  const [, formula] = /^\$(.*)\$$/s.exec(latex) ?? []
  return formula === undefined ? htmlText(text) : mathml(formula, formula.includes('\\partial'))
}
