import { later } from '../later.ts'
import { say } from '../notices.ts'

const opening = later('What opens lesson files', () => import('./file.ts'))

const isLesson = ({ name }: File) => name.endsWith('.json')

/** A lesson file that is dropped on the page is opened, wherever it falls. Gives back what ends that. */
export function takeDropped(): () => void {
  const listening = new AbortController()
  const first = { capture: true, signal: listening.signal }
  window.addEventListener('dragover', allow, first)
  window.addEventListener('drop', drop, first)
  return () => listening.abort()
}

/** Nothing can be dropped where nobody says that it can. */
function allow(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
}

/** The browser would leave the page for the file, and the program’s editor would take its text. */
function drop(event: DragEvent): void {
  const file = [...(event.dataTransfer?.files ?? [])].find(isLesson)
  if (!file) return
  event.preventDefault()
  event.stopPropagation()
  void opening.get().then(async ({ openLessonFile }) => {
    const refused = await openLessonFile(file)
    if (refused) say(...refused.slice(0, 3))
  })
}
