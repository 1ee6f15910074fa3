import type { ComponentType } from 'react'
import { late } from '../../kit/late/late.tsx'

interface ShareSection {
  readonly name: string
  /** As the user chooses it. */
  readonly title: string
  readonly Section: ComponentType
}

/** Every way out of the page, in the order in which they are offered. Each loads when it is chosen. */
export const SECTIONS: readonly ShareSection[] = [
  { name: 'link', title: 'Link', Section: late('The link', () => import('./link/LinkSection.tsx')) },
  { name: 'embed', title: 'Embed', Section: late('The snippets', () => import('./embed/EmbedSection.tsx')) },
  { name: 'picture', title: 'Picture', Section: late('The picture', () => import('./picture/PictureSection.tsx')) },
  {
    name: 'film',
    title: 'Slides and film',
    Section: late('What makes slides and films', () => import('./film/FilmSection.tsx')),
  },
  {
    name: 'document',
    title: 'Document',
    Section: late('The document', () => import('./documents/DocumentSection.tsx')),
  },
  { name: 'code', title: 'Code', Section: late('The code', () => import('./code/CodeSection.tsx')) },
]
