import { Prose } from '../../kit/prose/Prose.tsx'

interface Props {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly rows?: number
}

/** Markdown, and what it becomes. */
export function ProseField({ label, text, onText, rows = 2 }: Props) {
  return (
    <div className="prose-field">
      <label className="lesson-field">
        {label}
        <textarea rows={rows} maxLength={20_000} value={text} onChange={({ target }) => onText(target.value)} />
      </label>
      {text.trim() !== '' && (
        <div className="prose-preview">
          <Prose text={text} />
        </div>
      )}
    </div>
  )
}
