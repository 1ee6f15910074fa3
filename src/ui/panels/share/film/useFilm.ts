import { useCallback, useEffect, useRef, useState } from 'react'
import { film } from '../../../../state/exporting/film/film.ts'
import { picturesOf } from '../../../../state/exporting/pictures.ts'
import { shownTheme } from '../../../../state/exporting/shownTheme.ts'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { type FilmChoices, FRAMES } from './filmChoices.ts'

type Positions = Parameters<typeof picturesOf>[0]

/** How far the film has come. */
export type Making =
  | { readonly is: 'at rest'; readonly said: string }
  | { readonly is: 'under way'; readonly done: number; readonly of: number }

/** Makes a film, gives it to the user as a file, and ends when it is cancelled or nobody sees it any more. */
export function useFilm() {
  const [making, setMaking] = useState<Making>({ is: 'at rest', said: '' })
  const under = useRef<AbortController | null>(null)
  const cancel = useCallback(() => under.current?.abort(), [])
  useEffect(() => cancel, [cancel])
  const make = async (choices: FilmChoices, positions: Positions) => {
    const controller = new AbortController()
    under.current = controller
    const of = positions.length
    setMaking({ is: 'under way', done: 0, of })
    const said = await saved(choices, positions, (done) => setMaking({ is: 'under way', done, of }), controller.signal)
    setMaking({ is: 'at rest', said })
  }
  return { making, make, cancel }
}

/** Makes it, and says what became of it. */
async function saved(
  { format, size, captioned, seconds }: FilmChoices,
  positions: Positions,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const theme = shownTheme()
  const order = { ...FRAMES[size], ...{ format, theme, captioned, seconds }, page: pageAddress() }
  try {
    const file = await film(order, () => picturesOf(positions, theme), tell, signal)
    if (!file) return 'Cancelled.'
    saveFile(file.name, file.type, file.data)
    return `✓ Saved as ${file.name}, ${sizeOf(file.data)}.`
  } catch (error) {
    return `It could not be made. Why: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** What others can open; a file of one's own disk is no address for them. */
const pageAddress = () => (location.protocol === 'file:' ? '' : location.origin + location.pathname)

const sizeOf = (data: string | Uint8Array) =>
  data.length < 1e6 ? `${Math.ceil(data.length / 1000)} kB` : `${(data.length / 1e6).toFixed(1)} MB`
