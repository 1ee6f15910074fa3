import type { MomentPicture } from '../../../exports/exported.ts'
import { captioned } from '../../../exports/film/captioned.ts'
import type { FilmOf, PaintedFrame } from '../../../exports/film/frame.ts'
import type { FilmFormat, FilmOrder } from '../../../exports/film/order.ts'
import type { VideoName } from '../../../exports/film/video.ts'
import type { Size } from '../../../picture/camera.ts'
import { painter } from './painter.ts'

/** What is asked of whoever makes films: a film at a time, picture by picture. */
export type FilmRequest =
  | { readonly kind: 'encoder'; readonly size: Size }
  | { readonly kind: 'begin'; readonly order: FilmOrder }
  | { readonly kind: 'step'; readonly picture: MomentPicture }
  | { readonly kind: 'finish' }

export interface MadeFilm extends Pick<FilmOf<never>, 'extension' | 'type'> {
  readonly data: Uint8Array<ArrayBuffer>
}

export type FilmReply =
  | { readonly video: VideoName | null }
  | { readonly done: true }
  | { readonly made: MadeFilm }
  /** Where another one has begun the film, and is no more. */
  | { readonly isLost: true }
  | { readonly problem: string }

/** Each format loads when a film in it begins. */
const MAKERS: Readonly<Record<FilmFormat, (order: FilmOrder) => Promise<FilmOf<MomentPicture>>>> = {
  pptx: async ({ page }) => (await import('../../../exports/film/slides/pptx.ts')).pptx(page),
  zip: async () => (await import('../../../exports/film/zip.ts')).zip(),
  svg: async (order) => (await import('../../../exports/film/animatedSvg.ts')).animatedSvg(order),
  gif: async (order) => painted((await import('../../../exports/film/gif.ts')).gif(order.theme, order.seconds), order),
  async video(order) {
    const { video } = await import('../../../exports/film/video.ts')
    return painted(await video(order, order.seconds), order)
  },
}

function painted({ add, ...film }: FilmOf<PaintedFrame>, order: FilmOrder): FilmOf<MomentPicture> {
  const paint = painter(order)
  return { ...film, add: (picture) => add(paint(captioned(picture, order), picture.theme)) }
}

/** The film that is being made. */
let film: FilmOf<MomentPicture> | null = null

/** It is not made any more. */
export function forget(): void {
  film = null
}

/** Answers in a worker, or where there is none. What goes wrong is said in its words. */
export async function makeFilm(request: FilmRequest): Promise<FilmReply> {
  try {
    return await answer(request)
  } catch (error) {
    forget()
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

async function answer(request: FilmRequest): Promise<FilmReply> {
  if (request.kind === 'encoder') {
    const { videoHere } = await import('../../../exports/film/video.ts')
    return { video: await videoHere(request.size) }
  }
  if (request.kind === 'begin') film = await MAKERS[request.order.format](request.order)
  else if (!film) return { isLost: true }
  else if (request.kind === 'step') await film.add(request.picture)
  else {
    const { extension, type } = film
    const data = await film.finish()
    forget()
    return { made: { extension, type, data } }
  }
  return { done: true }
}
