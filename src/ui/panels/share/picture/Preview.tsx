import { useLayoutEffect, useState } from 'react'
import type { MomentPicture } from '../../../../exports/exported.ts'

interface Props {
  readonly picture: Pick<MomentPicture, 'title' | 'theme'>
  /** The picture itself: what is seen is what is saved. */
  readonly svg: string
}

/** The picture in the room that there is. */
export function Preview({ picture, svg }: Props) {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    frame?.replaceChildren(document.importNode(drawn, true))
  }, [frame, svg])
  return (
    <figure className="share-preview" data-theme={picture.theme}>
      <div ref={setFrame} />
      <figcaption>{picture.title}</figcaption>
    </figure>
  )
}
