import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

export const sectionId = (title: string): string => `methods-${title.toLowerCase().replaceAll(' ', '-')}`

/** One view of the derivative. */
export const Section = ({ title, children }: Props) => (
  <section aria-labelledby={sectionId(title)}>
    <h2 id={sectionId(title)} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
)
