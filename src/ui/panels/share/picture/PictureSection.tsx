import { useCallback, useMemo, useState } from 'react'
import type { ExportedFile } from '../../../../exports/exported.ts'
import { PICTURE_FORMATS, type PictureFormatName, pictureFile } from '../../../../exports/picture/formats.ts'
import { svg } from '../../../../exports/picture/svg.ts'
import type { PictureTheme } from '../../../../picture/drawing/colours.ts'
import { pictureNow, pictureRefused } from '../../../../state/exporting/pictures.ts'
import { png } from '../../../../state/exporting/png.ts'
import { shownTheme } from '../../../../state/exporting/shownTheme.ts'
import { now } from '../../../../state/store.ts'
import { CopyButton } from '../../../kit/clipboard/CopyButton.tsx'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { Preview } from './Preview.tsx'
import './picture.css'

type Format = PictureFormatName | 'png'

const FORMATS: readonly { readonly name: Format; readonly title: string }[] = [
  { name: 'svg', title: 'SVG' },
  { name: 'png', title: 'PNG' },
  { name: 'tikz', title: 'TikZ' },
  { name: 'typst', title: 'Typst' },
  { name: 'dot', title: 'DOT' },
]

const PNG_SAYS = 'For slides and documents. Opened here, it is the live moment again.'

const THEMES: readonly { readonly name: PictureTheme; readonly title: string }[] = [
  { name: 'light', title: 'Light' },
  { name: 'dark', title: 'Dark' },
  { name: 'projector', title: 'Projector' },
]

const SCALES = ['1', '2', '3', '4'].map((name) => ({ name, title: `${name}×` }))

/** The graph as it stands at this step, whole, as a picture. */
export default function PictureSection() {
  const refused = pictureRefused(now())
  const [theme, setTheme] = useState<PictureTheme>(shownTheme)
  const [format, setFormat] = useState<Format>('svg')
  const [scale, setScale] = useState('2')
  const [said, say] = useState('')
  const picture = useAwaited(useCallback(async () => (refused ? null : pictureNow(theme)), [refused, theme]))
  const drawn = useMemo(() => picture && svg(picture), [picture])
  if (refused) return <p>{refused}</p>
  if (!picture || !drawn) return null
  const make = async (): Promise<ExportedFile> =>
    format === 'png' ? png(picture, Number(scale)) : pictureFile(picture, format)
  const save = async () => {
    try {
      const { name, type, data } = await make()
      saveFile(name, type, data)
      say(`✓ Saved as ${name}`)
    } catch (problem) {
      say((problem as Error).message)
    }
  }
  /** What was said is of the choice before. */
  const anew =
    <C,>(choose: (choice: C) => void) =>
    (choice: C) => {
      choose(choice)
      say('')
    }
  return (
    <div className="share-picture">
      <p>The whole graph as it stands at this step, not only what the window shows of it.</p>
      <div className="share-choices">
        <Pills name="Format" choices={FORMATS} chosen={format} onChoose={anew(setFormat)} />
        <Pills name="Colours" choices={THEMES} chosen={theme} onChoose={anew(setTheme)} />
        {format === 'png' && <Pills name="Size" choices={SCALES} chosen={scale} onChoose={anew(setScale)} />}
      </div>
      <p className="share-says">{format === 'png' ? PNG_SAYS : PICTURE_FORMATS[format].says}</p>
      <Preview picture={picture} svg={drawn} />
      <p className="share-actions">
        <button type="button" className="button" onClick={save}>
          Save
        </button>
        {format !== 'png' && (
          <CopyButton text={async () => (await make()).data as string} instead="save it" say={say} />
        )}
        <span role="status">{said}</span>
      </p>
    </div>
  )
}
