import { LARGEST_FILE } from '../../exports/carried/carried.ts'
import { carriedIn, textIn } from '../../exports/carried/carriedIn.ts'
import { openLessonText } from '../lesson/file.ts'
import { links } from '../links.ts'

/**
 * Opens a file of the user’s: a program, a moment, a picture that carries one, or a lesson. The program that was there stays
 * among the recent ones. Gives back why it cannot be opened, else null.
 */
export async function openFile(file: File): Promise<readonly string[] | null> {
  const bytes = await bytesOf(file)
  if (bytes === null) return [`“${file.name}” cannot be read. If it is a folder, open a file in it.`]
  const text = bytes.length > LARGEST_FILE ? null : textIn(bytes)
  if (text !== null && isLesson(file.name, text)) return openLessonText(text)
  const found = carriedIn(file.name, bytes)
  if ('problem' in found) return [found.problem]
  const { openCarried } = await links.get()
  const why = await openCarried(found.carried)
  return why === null ? null : [`“${file.name}” is not opened. ${why}`]
}

/** A byte more than is opened tells that it is too large. */
const bytesOf = (file: File): Promise<Uint8Array | null> =>
  file
    .slice(0, LARGEST_FILE + 1)
    .arrayBuffer()
    .then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    )

/** In a program that a file carries, the quotation marks are escaped. */
const isLesson = (name: string, text: string) =>
  /\.gradual-lesson\.json$/i.test(name) || (/^\s*\{/.test(text) && /"scenes"\s*:/.test(text))
