import type { ReactNode } from 'react'

/** What a view shows, in two or three sentences, and where that comes from. */
export const Explanation = ({ source, children }: { readonly source: string; readonly children: ReactNode }) => (
  <p className="chain-explanation">
    {children} <cite>{source}</cite>
  </p>
)
