import { later } from '../later.ts'
import { say } from '../notices.ts'

const opening = later('What opens files', () => import('./openFile.ts'))

/** A file that is dropped on the page or pasted into it is opened, wherever that happens. Gives back what ends that. */
export function takeFiles(): () => void {
  const listening = new AbortController()
  const first = { capture: true, signal: listening.signal }
  window.addEventListener('dragover', allow, first)
  window.addEventListener('drop', drop, first)
  window.addEventListener('paste', paste, first)
  return () => listening.abort()
}

const holdsFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** Nothing can be dropped where nobody says that it can. */
function allow(event: DragEvent): void {
  if (holdsFiles(event.dataTransfer)) event.preventDefault()
}

/** The browser would leave the page for the file, and the program’s editor would take its text. */
function drop(event: DragEvent): void {
  if (holdsFiles(event.dataTransfer)) take(event, event.dataTransfer)
}

/** Spreadsheets put a picture beside the text that they copy: that one is pasted as text. */
function paste(event: ClipboardEvent): void {
  const data = event.clipboardData
  if (holdsFiles(data) && !data?.types.includes('text/plain')) take(event, data)
}

function take(event: Event, data: DataTransfer | null): void {
  event.preventDefault()
  event.stopPropagation()
  const [file, ...others] = data?.files ?? []
  if (!file) return
  if (others.length > 0) say('Files are opened one at a time: this is the first one.')
  void opening.get().then(async ({ openFile }) => {
    const refused = await openFile(file)
    if (refused) say(...refused.slice(0, 3))
  })
}
