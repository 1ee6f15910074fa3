import { useCallback, useId, useState } from 'react'
import {
  BLANKS,
  type BlankKind,
  DOCUMENT_FORMATS,
  DOCUMENTS,
  type DocumentFormat,
  type DocumentName,
  documentFile,
  isWrittenAs,
} from '../../../../exports/documents/documents.ts'
import type { ExportedFile } from '../../../../exports/exported.ts'
import { count, grouped } from '../../../../language/words.ts'
import { withFigure } from '../../../../state/exporting/figure.ts'
import { hiddenKinds } from '../../../../state/hiding.ts'
import { wholeSolution } from '../../../../state/shownSolution.ts'
import { useGradual } from '../../../../state/store.ts'
import { CopyButton } from '../../../kit/clipboard/CopyButton.tsx'
import { saveFile } from '../../../kit/file/saveFile.ts'
import { useAwaited } from '../../../kit/late/useAwaited.ts'
import { printPage } from '../../../kit/paper/printing.ts'
import { Pills } from '../../../kit/pills/Pills.tsx'
import { rests } from './making.ts'
import './documents.css'

const TITLES: Readonly<Record<DocumentName, string>> = {
  trace: 'Trace',
  solution: 'Worked solution',
  worksheet: 'Worksheet',
  key: 'Key',
}

const SAYS: Readonly<Record<DocumentName, string>> = {
  trace: 'The evaluation trace with all passes, and the derivatives that they find.',
  solution: 'Every step of every pass: its sentence, the rule, the rule with numbers, and what it comes to.',
  worksheet: 'The same steps with numbered blanks for your readers to fill.',
  key: 'The numbers at the same marks as in the worksheet.',
}

const BLANK_TITLES: Readonly<Record<BlankKind, string>> = {
  values: 'Values',
  partials: 'Local partials',
  tangents: 'Tangents',
  adjoints: 'Adjoints',
  rules: 'Rules',
}

const FORMATS: Readonly<Record<DocumentFormat, string>> = {
  LaTeX: 'LaTeX',
  Markdown: 'Markdown',
  CSV: 'CSV',
  HTML: 'Web page',
}

/** The trace, the worked solution, or a worksheet with its key, to read, copy and save. */
export default function DocumentSection() {
  const [document, setDocument] = useState<DocumentName>('solution')
  const [chosen, setFormat] = useState<DocumentFormat>('LaTeX')
  const [blank, setBlank] = useState<ReadonlySet<BlankKind>>(new Set(['adjoints']))
  const format = isWrittenAs(document, chosen) ? chosen : 'LaTeX'
  const isOutOfDate = useGradual(({ compilation }) => compilation.outOfDate || !compilation.graph?.size)
  const hides = useGradual((state) => hiddenKinds(state).size > 0 || state.covered.size > 0)
  if (isOutOfDate) return <p>A document needs a program that works: this one has a problem, or nothing in it yet.</p>
  return (
    <div className="share-document">
      <Pills
        name="Document"
        choices={DOCUMENTS.map((name) => ({ name, title: TITLES[name] }))}
        chosen={document}
        onChoose={setDocument}
      />
      <p>
        {SAYS[document]} {hides && 'What is hidden stays a question mark.'}
      </p>
      {(document === 'worksheet' || document === 'key') && <Blanks blank={blank} onChange={setBlank} />}
      <Pills
        name="Format"
        choices={DOCUMENT_FORMATS.filter((each) => isWrittenAs(document, each)).map((name) => ({
          ...{ name, title: FORMATS[name] },
        }))}
        chosen={format}
        onChoose={setFormat}
      />
      <Made key={`${document} ${format} ${[...blank]}`} {...{ document, format, blank }} />
    </div>
  )
}

interface BlanksProps {
  readonly blank: ReadonlySet<BlankKind>
  readonly onChange: (blank: ReadonlySet<BlankKind>) => void
}

const Blanks = ({ blank, onChange }: BlanksProps) => (
  <fieldset className="share-blanks">
    <legend>Left blank</legend>
    {BLANKS.map((kind) => (
      <label key={kind}>
        <input
          type="checkbox"
          checked={blank.has(kind)}
          onChange={({ target }) =>
            onChange(new Set(BLANKS.filter((each) => (each === kind ? target.checked : blank.has(each)))))
          }
        />
        {BLANK_TITLES[kind]}
      </label>
    ))}
  </fieldset>
)

interface MadeProps {
  readonly document: DocumentName
  readonly format: DocumentFormat
  readonly blank: ReadonlySet<BlankKind>
}

/** The document, once it is written. */
function Made({ document, format, blank }: MadeProps) {
  const file = useAwaited(
    useCallback(async () => {
      const solution = await wholeSolution()
      if (!solution) return null
      const isBlank = document === 'worksheet' || document === 'key'
      const drawn = format === 'HTML' ? await withFigure(solution, isBlank ? blank : null) : solution
      return documentFile(drawn, document, format, blank, rests())
    }, [document, format, blank]),
  )
  return file ? (
    <Shown file={file} />
  ) : (
    <p role="status" className="share-writing">
      Writing …
    </p>
  )
}

/** Letters that the preview has room for. */
const MOST_SHOWN = 20_000

function Shown({ file: { name, type, data } }: { readonly file: ExportedFile }) {
  const text = String(data)
  const preview = useId()
  const [status, setStatus] = useState('')
  return (
    <>
      <div className="share-actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            saveFile(name, type, text)
            setStatus(`✓ Saved as ${name}`)
          }}
        >
          Save
        </button>
        <CopyButton text={() => text} instead="save it" say={setStatus} />
        <button type="button" className="button" onClick={() => void printPage()}>
          Print the page…
        </button>
        <span role="status">{status || `${count(text.length, 'letter')}`}</span>
      </div>
      <label htmlFor={preview}>
        Preview{text.length > MOST_SHOWN && `: the first ${grouped(MOST_SHOWN)} letters; the file has all of them`}
      </label>
      <textarea id={preview} readOnly rows={14} spellCheck={false} value={text.slice(0, MOST_SHOWN)} />
    </>
  )
}
