import { htmlParts } from '../../../exports/documents/htmlDocument.ts'
import { htmlText } from '../../../exports/documents/htmlText.ts'
import { programParts, type Solution, subjectOf } from '../../../exports/documents/solution.ts'
import { resultParts, traceParts } from '../../../exports/documents/trace.ts'
import { stepParts } from '../../../exports/documents/worked.ts'
import type { DocumentPart } from '../../../exports/documents/writtenDocument.ts'
import { showsPasses } from '../../../state/chapters.ts'
import { solutionAtHand } from '../../../state/shownSolution.ts'
import { now } from '../../../state/store.ts'
import './paper.css'

/** Steps that are worked on paper, and passes of each mode that its trace has: a dozen pages, and all at once. */
const MOST_STEPS = 150
const MOST_PASSES = 8

/** Lines of a program that stand in one column. */
const MOST_LINES = 12

const noRest = () => null

/** While the page is printed, the program stands before its graph, and the trace and the worked steps after it. */
export function fillPaper(): () => void {
  const listening = new AbortController()
  window.addEventListener('beforeprint', () => void fill(), listening)
  window.addEventListener('afterprint', clear, listening)
  return () => listening.abort()
}

/** Nothing in it waits for anything, so that all is there when the browser lays out the paper. */
async function fill(): Promise<void> {
  const state = now()
  const solution = showsPasses(state) ? solutionAtHand(state) : null
  if (!solution) return clear()
  const title: DocumentPart = { kind: 'heading', level: 2, text: `Derivatives of ${subjectOf(solution)}` }
  const [, ...program] = programParts(solution)
  const isLong = solution.program.split('\n').length > MOST_LINES
  const before = `${await written([title])}<div${isLong ? ' class="paper-long"' : ''}>${await written(program)}</div>`
  put('paper-before', before)
  put(
    'paper-after',
    (await written([...traceParts(solution, MOST_PASSES), ...resultParts(solution)])) +
      (await steps(solution)) +
      foot(),
  )
}

const written = (parts: readonly DocumentPart[]): Promise<string> => htmlParts(parts, noRest)

const steps = async (solution: Solution): Promise<string> =>
  `<div class="paper-steps">${await written(await stepParts(solution, MOST_STEPS, noRest))}</div>`

/** Where the page is, for who holds the paper; a click leads to the moment. */
function foot(): string {
  const { href, origin, pathname } = location
  const page = origin === 'null' ? 'Gradual' : `Gradual, ${origin}${pathname}`
  return `<p class="paper-link"><a href="${htmlText(href)}">${htmlText(page)}</a></p>`
}

/** Each text in it was made text of HTML where it was written. */
function put(id: string, html: string): void {
  const place = document.getElementById(id)
  if (place) place.innerHTML = html
}

function clear(): void {
  put('paper-before', '')
  put('paper-after', '')
}
