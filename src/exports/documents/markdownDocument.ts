import { unmarked, writtenSheet } from '../../notation/sheet.ts'
import { type DocumentPart, inTurn, type Pausing, type StepPart, type WrittenDocument } from './writtenDocument.ts'

/**
 * GitHub Flavored Markdown, as Jupyter, GitHub and Obsidian show it: tables are plain text, formulas stand between double
 * dollar signs on lines of their own.
 */
export async function markdownDocument({ title, parts, link }: WrittenDocument, rest: Pausing): Promise<string> {
  const body = await inTurn(parts, markdownPart, rest)
  const opens = link === null ? '' : `[Open this moment in Gradual](<${link.replace(/[\s<>\\]/g, encodeURIComponent)}>)`
  return `${[`# ${prose(title)}`, ...body, opens].filter(Boolean).join('\n\n')}\n`
}

/** A text that begins no list, numbered or not. */
const prose = (text: string): string => unmarked(text).replace(/^\d*(?=[-+=.)])/, '$&\\')

function markdownPart(part: DocumentPart): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${prose(part.text)}`
    case 'paragraph':
      return prose(part.text)
    case 'program':
      return fenced(part.text, part.language)
    case 'figure':
      return ''
    case 'table':
      return `${part.isHeaded ? '' : `**${prose(part.caption)}**\n\n`}${writtenSheet(part.sheet, 'Markdown').trimEnd()}`
    case 'step':
      return markdownStep(part)
  }
}

const markdownStep = ({ title, sentence, lines, notes }: StepPart): string =>
  [
    `**${prose(title)}.** ${unmarked(sentence)}`,
    ...lines.map(({ label, latex }) => `${label}:\n\n$$\n${withoutRoles(latex)}\n$$`),
    ...notes.map(prose),
  ].join('\n\n')

/** Classes are KaTeX’s alone; the braces that are left change nothing. */
const withoutRoles = (latex: string): string => latex.replace(/\\htmlClass\{\w+\}/g, '')

/** A fence longer than any that the program has in it. */
function fenced(program: string, language: string): string {
  const longest = Math.max(2, ...Array.from(program.matchAll(/`+/g), ([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${program.replace(/\s+$/, '')}\n${fence}`
}
