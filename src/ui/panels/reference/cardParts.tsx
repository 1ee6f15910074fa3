import type { ReactNode } from 'react'

export function TryIt({ name, onTry }: { readonly name: string; readonly onTry: () => void }) {
  return (
    <button type="button" className="button" aria-label={`Try it: ${name}`} onClick={onTry}>
      Try it
    </button>
  )
}

export function Fact({ term, fact }: { readonly term: string; readonly fact: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{fact}</dd>
    </div>
  )
}
