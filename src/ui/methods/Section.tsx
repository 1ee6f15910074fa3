import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

const sectionId = (title: string): string => `methods-${title.toLowerCase().replaceAll(' ', '-')}`

/** Brings a section into view, with the focus on its heading. */
export function goToSection(title: string): void {
  const heading = document.getElementById(sectionId(title))
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** One view of the derivative. */
export const Section = ({ title, children }: Props) => (
  <section aria-labelledby={sectionId(title)}>
    <h2 id={sectionId(title)} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
)
