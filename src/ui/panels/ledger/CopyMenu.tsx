import { useRef, useState } from 'react'
import { SHEET_FORMATS, type Sheet, type SheetFormat, writtenSheet } from '../../../notation/sheet.ts'
import { toClipboard } from '../../kit/clipboard/toClipboard.ts'
import './copy.css'

interface Props {
  /** “the trace” */
  readonly what: string
  /** Made when it is asked for. */
  readonly sheet: () => Sheet
}

interface Copied {
  readonly format: SheetFormat
  /** To copy from by hand, where the browser does not let the page write to the clipboard; else null. */
  readonly text: string | null
}

/** Copies a table as text for other places. */
export function CopyMenu({ what, sheet }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [copied, setCopied] = useState<Copied | null>(null)
  const copy = async (format: SheetFormat) => {
    const text = writtenSheet(sheet(), format)
    const isThere = await toClipboard(text)
    setCopied({ format, text: isThere ? null : text })
    if (menu.current) menu.current.open = false
  }
  return (
    <>
      <details ref={menu} className="copy-menu">
        <summary className="button">Copy as…</summary>
        <div>
          {SHEET_FORMATS.map((format) => (
            <button key={format} type="button" className="button-quiet" onClick={() => copy(format)}>
              {format}
            </button>
          ))}
        </div>
      </details>
      <span role="status" className="copy-status">
        {copied && (copied.text === null ? `✓ Copied as ${copied.format}` : 'Select the text and copy it.')}
      </span>
      {copied && copied.text !== null && (
        <textarea
          className="copy-text"
          aria-label={`${what}, as ${copied.format}`}
          readOnly
          rows={6}
          value={copied.text}
          ref={(element) => element?.select()}
          onFocus={({ target }) => target.select()}
        />
      )}
    </>
  )
}
