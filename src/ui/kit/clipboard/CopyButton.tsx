import { toClipboard } from './toClipboard.ts'

interface Props {
  /** Made when it is asked for. */
  readonly text: () => string | Promise<string>
  /** What to do where the browser does not let the page copy. */
  readonly instead: string
  /** Is told what became of it. */
  readonly say: (says: string) => void
}

/** Copies a text. */
export function CopyButton({ text, instead, say }: Props) {
  const copy = async () => {
    try {
      say((await toClipboard(await text())) ? '✓ Copied' : `The browser does not let the page copy: ${instead}.`)
    } catch (problem) {
      say((problem as Error).message)
    }
  }
  return (
    <button type="button" className="button" onClick={copy}>
      Copy
    </button>
  )
}
