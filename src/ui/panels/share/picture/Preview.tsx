import type { MomentPicture } from '../../../../exports/exported.ts'

interface Props {
  readonly picture: Pick<MomentPicture, 'title' | 'sentence' | 'theme'>
  /** The picture itself: what is seen is what is saved. */
  readonly svg: string
}

/** The picture in the room that there is, as an image: nothing of it becomes part of the page. */
export const Preview = ({ picture, svg }: Props) => (
  <figure className="share-preview" data-theme={picture.theme}>
    <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={picture.sentence} />
    <figcaption>{picture.title}</figcaption>
  </figure>
)
