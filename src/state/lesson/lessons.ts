import { type CheckedLesson, checkLesson } from '../../lessons/checker.ts'

/** The lessons that the page comes with, in the order in which they are offered. */
const BUILT_IN: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  'first-steps': () => import('../../lessons/files/first-steps.gradual-lesson.json?raw'),
  'forward-or-reverse': () => import('../../lessons/files/forward-or-reverse.gradual-lesson.json?raw'),
  neuron: () => import('../../lessons/files/neuron.gradual-lesson.json?raw'),
  lecture: () => import('../../lessons/files/lecture.gradual-lesson.json?raw'),
}

/** Names of files beside the page: no path, no other host. */
const FILE_NAME = /^[\p{L}\p{N}_-]{1,60}$/u

const failed = (problem: string): CheckedLesson => ({ lesson: null, problems: [problem] })

/** The lesson of that name: a built-in one, else a file beside the page. */
export async function lessonNamed(name: string): Promise<CheckedLesson> {
  if (Object.hasOwn(BUILT_IN, name)) return checkLesson((await BUILT_IN[name]()).default)
  if (!FILE_NAME.test(name))
    return failed(`A lesson’s name has letters, digits and hyphens: “${name.slice(0, 40)}” is none.`)
  return fetched(`${name}.gradual-lesson.json`)
}

async function fetched(file: string): Promise<CheckedLesson> {
  try {
    const reply = await fetch(file)
    if (reply.ok) return checkLesson(await reply.text())
    return failed(`There is no lesson ${file} beside this page.`)
  } catch {
    return failed(`The lesson ${file} could not be fetched.`)
  }
}
