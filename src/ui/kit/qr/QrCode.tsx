import { correction, generate } from 'lean-qr'
import { useMemo } from 'react'

/** Modules of white around the code, which scanners ask for. */
const MARGIN = 4

/** The dark modules as one path: a run of them in a row is a rectangle. Null where the text is too long for any code. */
function pathOf(text: string): { readonly path: string; readonly size: number } | null {
  try {
    const code = generate(text, { maxCorrectionLevel: correction.Q })
    let path = ''
    for (let y = 0; y < code.size; y++)
      for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`
    return { path, size: code.size + 2 * MARGIN }
  } catch {
    return null
  }
}

/** A code that phones read, always dark on white; it fills the box that it is given. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = useMemo(() => pathOf(text), [text])
  if (!code) return <p>This link is too long for a code to scan.</p>
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${code.size} ${code.size}`}>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}
