import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { MethodsSection } from '../../../state/choices/sections.ts'
import { change, now, useGradual } from '../../../state/store.ts'

interface Props {
  readonly name: MethodsSection
  readonly title: string
  readonly children: ReactNode
}

const sectionId = (name: MethodsSection): string => `methods-${name}`

/** Opens a section, with the focus on its heading. */
export function goToSection(name: MethodsSection): void {
  if (now().methodsSection !== 'all') flushSync(() => change({ methodsSection: name }))
  const heading = document.getElementById(sectionId(name))
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** One view of the derivative, while it is chosen. */
export function Section({ name, title, children }: Props) {
  const isOpen = useGradual(({ methodsSection }) => methodsSection === name || methodsSection === 'all')
  if (!isOpen) return null
  return (
    <section aria-labelledby={sectionId(name)}>
      <h2 id={sectionId(name)} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
