import { useCallback, useState } from 'react'
import { SNIPPETS } from '../../../../exports/snippets/all.ts'
import { exportAs } from '../../../../state/exporting/exportAs.ts'
import { CopyButton } from '../../../kit/clipboard/CopyButton.tsx'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { type EmbedWish, embeddedGraph } from './embeddedGraph.ts'
import './embed.css'

const MODES = [
  { name: 'here', title: 'This moment' },
  { name: 'forward', title: 'Forward' },
  { name: 'compare', title: 'Compare' },
  { name: 'reverse', title: 'Reverse' },
] as const

const THEMES = [
  { name: 'reader', title: 'The reader’s theme' },
  { name: 'light', title: 'Light' },
  { name: 'dark', title: 'Dark' },
  { name: 'projector', title: 'Projector' },
] as const

const sizes = <const Sizes extends readonly string[]>(names: Sizes, side: string) =>
  names.map((name) => ({ name: name as Sizes[number], title: name === 'all' ? 'Full width' : `${name} ${side}` }))

const WIDTHS = sizes(['all', '480', '800', '1200'], 'wide')
const HEIGHTS = sizes(['300', '450', '600'], 'high')

/** The graph for other people’s pages: what is put there to have it. */
export default function EmbedSection() {
  const [format, setFormat] = useState(SNIPPETS[0].name)
  const [mode, setMode] = useState<EmbedWish['mode']>('here')
  const [theme, setTheme] = useState<EmbedWish['theme']>('reader')
  const [width, setWidth] = useState<(typeof WIDTHS)[number]['name']>('all')
  const [height, setHeight] = useState<(typeof HEIGHTS)[number]['name']>('450')
  const [picture, setPicture] = useState<string | null>(null)
  const graph = useAwaited(
    useCallback(
      () =>
        embeddedGraph({
          ...{ mode, theme, height: Number(height), width: width === 'all' ? null : Number(width) },
          picture: mode === 'here' ? picture : null,
        }),
      [mode, theme, width, height, picture],
    ),
  )
  const snippet = SNIPPETS.find(({ name }) => name === format) ?? SNIPPETS[0]
  return (
    <div className="share-embed">
      <p>The stage alone: graph, counts, playback and the step’s sentence. It keeps nothing of its readers.</p>
      <Pills name="Put it into" choices={SNIPPETS} chosen={format} onChoose={setFormat} />
      <div className="share-choices">
        <Pills name="It shows" choices={MODES} chosen={mode} onChoose={setMode} />
        <Pills name="Theme" choices={THEMES} chosen={theme} onChoose={setTheme} />
        <Pills name="Width" choices={WIDTHS} chosen={width} onChoose={setWidth} />
        <Pills name="Height" choices={HEIGHTS} chosen={height} onChoose={setHeight} />
      </div>
      <p className="share-says">{snippet.says}</p>
      {graph && <Snippet text={snippet.write(graph)} />}
      {mode === 'here' && <PrintPicture name={picture} onSaved={setPicture} />}
    </div>
  )
}

/** The text, and a button that copies it. */
function Snippet({ text }: { readonly text: string }) {
  const [said, say] = useState({ of: '', says: '' })
  return (
    <>
      <label className="share-snippet">
        Snippet
        <textarea readOnly rows={8} value={text} spellCheck={false} onFocus={({ target }) => target.select()} />
      </label>
      <p className="share-actions">
        <CopyButton text={() => text} instead="select the text and copy it" say={(says) => say({ of: text, says })} />
        <span role="status">{said.of === text && said.says}</span>
      </p>
    </>
  )
}

interface PrintProps {
  /** The file that the snippet names; null where it names none. */
  readonly name: string | null
  readonly onSaved: (name: string | null) => void
}

/** A picture that takes the graph’s place where nothing moves. */
function PrintPicture({ name, onSaved }: PrintProps) {
  const [problem, setProblem] = useState('')
  const save = async () => {
    try {
      const file = await exportAs('svg')
      saveFile(file.name, file.type, file.data)
      onSaved(file.name)
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <p className="share-actions">
      <button type="button" className="button" onClick={save}>
        Save a picture for print
      </button>
      <span role="status">
        {problem ||
          (name ? `✓ The snippet names ${name}: put the file beside your page.` : 'Without one, paper has a link.')}
      </span>
    </p>
  )
}
