import { type CheckedLesson, checkLesson } from '../../lessons/checker.ts'
import { LINK_NAME } from '../../lessons/lesson.ts'
import { roundNamed } from '../../lessons/practice/roundName.ts'
import { keepText, kept, ofTab } from '../storage.ts'
import { draftIn, draftText, noDraft } from './editing/drafts.ts'
import { unfinishedLesson } from './editing/unfinished.ts'

/** A lesson that the page comes with. */
interface BuiltIn {
  readonly name: string
  readonly title: string
  readonly gist: string
  readonly load: () => Promise<{ readonly default: string }>
}

/** In the order in which they are offered. */
export const LESSONS: readonly BuiltIn[] = [
  {
    name: 'first-steps',
    title: 'First steps',
    gist: 'Five minutes: a program, its graph, and both ways to differentiate it.',
    load: () => import('../../lessons/files/first-steps.gradual-lesson.json?raw'),
  },
  {
    name: 'forward-or-reverse',
    title: 'Forward or reverse?',
    gist: 'Which mode for which program, and what each costs in time and memory.',
    load: () => import('../../lessons/files/forward-or-reverse.gradual-lesson.json?raw'),
  },
  {
    name: 'neuron',
    title: 'Backpropagation through a neuron',
    gist: 'One neuron, step by step, from the loss back to each weight.',
    load: () => import('../../lessons/files/neuron.gradual-lesson.json?raw'),
  },
  {
    name: 'lecture',
    title: 'The lecture',
    gist: 'Automatic differentiation from four ways to differentiate to training a network, in fifty scenes.',
    load: () => import('../../lessons/files/lecture.gradual-lesson.json?raw'),
  },
]

/** What the user has opened from a file, as text; it lasts as long as the tab. */
export const OPENED = 'opened'
const OPENED_KEY = 'gradual:lesson'

export const keepOpened = (text: string): boolean => keepText(OPENED_KEY, text, ofTab)

/** The lesson of that name, as far as it is sound; of one that is being written, as far as it is finished. */
export async function lessonNamed(name: string): Promise<CheckedLesson> {
  const found = await lessonText(name)
  if (!('text' in found)) return { lesson: null, problems: [found.problem] }
  return draftIn(name) === null ? checkLesson(found.text) : unfinishedLesson(found.text)
}

type FoundText = { readonly text: string } | { readonly problem: string }

const failed = (problem: string): FoundText => ({ problem })

/** The text of a lesson: opened from a file, a draft of the browser’s, a built-in one, else a file beside the page. */
export async function lessonText(name: string): Promise<FoundText> {
  if (name === OPENED) {
    const text = kept(OPENED_KEY, ofTab)
    return text === null ? failed('The lesson file that was open here is no longer there: open it again.') : { text }
  }
  const draft = draftIn(name)
  if (draft !== null) {
    const text = draftText(draft)
    return text === null ? failed(noDraft(draft)) : { text }
  }
  const builtIn = LESSONS.find((each) => each.name === name)
  if (builtIn) return { text: (await builtIn.load()).default }
  const round = roundNamed(name)
  if (round) {
    const { practiceLesson } = await import('../../lessons/practice/round.ts')
    const lesson = practiceLesson(round)
    return lesson ? { text: JSON.stringify(lesson) } : failed(`There is no practice on “${round.topic}”.`)
  }
  // A file beside the page: no path, no other host.
  if (!LINK_NAME.test(name))
    return failed(`A lesson’s name has letters, digits and hyphens: “${name.slice(0, 40)}” is none.`)
  return fetched(`${name}.gradual-lesson.json`)
}

async function fetched(file: string): Promise<FoundText> {
  try {
    const reply = await fetch(file)
    if (reply.ok) return { text: await reply.text() }
    return failed(`There is no lesson ${file} beside this page.`)
  } catch {
    return failed(`The lesson ${file} could not be fetched.`)
  }
}
