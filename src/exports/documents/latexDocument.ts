import { latexRow, type SheetCell } from '../../notation/sheet.ts'
import { COLOURS } from '../../picture/drawing/colours.ts'
import { latexLines, latexText, unsetLetters } from '../latexText.ts'
import {
  type DocumentPart,
  inTurn,
  type Pausing,
  type StepPart,
  type TablePart,
  type WrittenDocument,
} from './writtenDocument.ts'

/** As an article that compiles with plain TeX Live, by each of its engines. */
export async function latexDocument({ title, parts, link }: WrittenDocument, rest: Pausing): Promise<string> {
  const body = (await inTurn(parts, latexPart, rest)).join('\n')
  const heading = `\\title{${latexText(title)}}`
  return [
    ...(link === null ? [] : [`% The moment it was made at: ${link.replace(/[^\x21-\x7e]/g, '')}`]),
    PREAMBLE,
    ...declared(heading + body),
    heading,
    '\\begin{document}',
    '\\maketitle',
    body,
    '\\end{document}',
    '',
  ].join('\n')
}

const colour = (role: 'primal' | 'tangent' | 'adjoint' | 'partial') =>
  `\\definecolor{${role}}{HTML}{${COLOURS.light[role].slice(1).toUpperCase()}}`

const PREAMBLE = String.raw`\documentclass[11pt,a4paper]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\fi
\usepackage[margin=2.2cm]{geometry}
\usepackage{amsmath,amssymb,array,booktabs,longtable,xcolor}
\setcounter{MaxMatrixCols}{16}
\setcounter{secnumdepth}{0}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5em plus 0.1em}
\setlength{\emergencystretch}{3em}
\date{}
${colour('primal')}
${colour('tangent')}
${colour('adjoint')}
${colour('partial')}
% A number or symbol by its role.
\newcommand{\role}[2]{\textcolor{#1}{#2}}
% A blank of a worksheet, and what its key fills it with.
\newcommand{\blank}[1]{\rule[-0.4ex]{2.4cm}{0.4pt}\,{\scriptsize(#1)}}
\newcommand{\filled}[2]{#2\,{\scriptsize(#1)}}
% A formula that may take several lines.
\newcommand{\formula}[2]{{\raggedright\hangindent=3.2cm\hangafter=1\makebox[3.2cm][l]{\small #1}$\displaystyle #2$\par}}`

/** pdfLaTeX stops at letters that its fonts lack. */
function declared(latex: string): string[] {
  const letters = unsetLetters(latex)
  if (letters.length === 0) return []
  const codes = letters.map((sign) => (sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0'))
  return [
    '% LuaLaTeX and XeLaTeX show these letters, with a font that has them.',
    '\\ifPDFTeX',
    ...codes.map((code) => `  \\DeclareUnicodeCharacter{${code}}{?}`),
    '\\fi',
  ]
}

function latexPart(part: DocumentPart): string {
  switch (part.kind) {
    case 'heading':
      return `\n\\${part.level === 2 ? 'section' : 'subsection'}{${latexText(part.text)}}`
    case 'paragraph':
      return `${latexText(part.text)}\n`
    case 'program':
      return [
        '{\\ttfamily\\small\\raggedright\\setlength{\\parskip}{0pt}',
        ...latexLines(part.text).map((line) => `${line}\\par`),
        '}',
      ].join('\n')
    case 'figure':
      return ''
    case 'table':
      return latexTable(part)
    case 'step':
      return latexStep(part)
  }
}

/** No page ends within a step. */
const latexStep = ({ title, sentence, lines, notes }: StepPart): string =>
  [
    '\\medskip\\begin{minipage}{\\linewidth}\\setlength{\\parskip}{0.4em}',
    `\\textbf{${latexText(title)}}\\quad ${latexText(sentence)}\\par`,
    ...lines.map(({ label, latex }) => `\\formula{${latexText(label)}}{${inRoles(latex)}}`),
    ...notes.map((note) => `{\\small ${latexText(note)}\\par}`),
    '\\end{minipage}\\par',
  ].join('\n')

/** In KaTeX roles are classes. */
const inRoles = (latex: string): string => latex.replaceAll('\\htmlClass', '\\role')

/** More rows than this go on over pages, for which LaTeX has to run twice. */
const MOST_ON_PAGE = 36

/** A table, its caption above it. */
function latexTable({ caption, sheet, wraps, isHeaded }: TablePart): string {
  const columns = sheet.head.map((_, i) =>
    i === wraps ? `>{\\raggedright\\arraybackslash}p{${wraps === 1 ? '4.6cm' : '7.4cm'}}` : i < sheet.words ? 'l' : 'r',
  )
  const form = `{@{}${columns.join('')}@{}}`
  const head = ['  \\toprule', latexRow(sheet.head.map(stacked)), '  \\midrule']
  const rows = sheet.rows.map((cells) => inRoles(latexRow(cells)).replaceAll('\\frac{\\partial', '\\dfrac{\\partial'))
  const stretch = Math.max(...rows.map((row) => (row.includes('\\dfrac') ? 2.3 : row.includes('\\blank') ? 1.6 : 1.15)))
  const hasMatrices = rows.some((row) => row.includes('{bmatrix}'))
  const isLong = rows.length > MOST_ON_PAGE
  return [
    ...(isHeaded ? [] : [`\\textbf{${latexText(caption)}}\\par\\nopagebreak`]),
    `{\\small\\renewcommand{\\arraystretch}{${stretch}}`,
    isLong ? `\\begin{longtable}[l]${form}` : `\\begin{tabular}${form}`,
    ...head,
    ...(isLong ? ['\\endhead', '  \\bottomrule', '\\endlastfoot'] : []),
    ...(hasMatrices ? rows.flatMap((row) => [row, '  \\addlinespace']).slice(0, -1) : rows),
    ...(isLong ? ['\\end{longtable}'] : ['  \\bottomrule', '\\end{tabular}']),
    '\\par}',
    '',
  ].join('\n')
}

/** “adjoint, seed f” on two lines, so that columns stay narrow. */
const stacked = (cell: SheetCell): SheetCell => ({
  ...cell,
  latex: cell.latex.replace(/^([a-z ]+,) (.+)$/s, '\\begin{tabular}[b]{@{}r@{}}$1 \\\\ $2\\end{tabular}'),
})
