import { useLayoutEffect, useRef } from 'react'
import { later } from '../../../state/later.ts'
import { isUnstyled } from '../../../state/styles.ts'
import { useIsMissing, useLater } from '../late/late.tsx'
import './math.css'

const typesetting = later('What typesets formulas', async () => {
  const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')])
  if (isUnstyled('katex')) throw new Error('Formulas cannot be read without their styles.')
  return katex.render
})

// It is on its way as soon as anything that needs it is.
void typesetting.ask()

interface Props {
  readonly latex: string
  /** The formula in words, for assistive technology. */
  readonly speech?: string
  readonly display?: boolean
}

/** Mathematics by KaTeX, which arrives after the page, and in words where it does not; it writes to the DOM itself, as the Content-Security-Policy asks. */
export function Formula({ latex, speech, display = false }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const draw = useLater(typesetting)
  const isMissing = useIsMissing(typesetting)
  useLayoutEffect(() => {
    if (!place.current || !draw) return
    draw(latex, place.current, {
      displayMode: display,
      output: 'html',
      throwOnError: false,
      strict: 'ignore',
      trust: ({ command }) => command === '\\htmlClass',
    })
  }, [latex, display, draw])
  return (
    <span className="formula">
      <span ref={place} aria-hidden />
      {isMissing ? (speech ?? <code>{latex}</code>) : speech && <span className="visually-hidden">{speech}</span>}
    </span>
  )
}
