import type { ExportedFile, MomentPicture } from '../../../exports/exported.ts'
import type { FilmOrder } from '../../../exports/film/order.ts'
import type { VideoName } from '../../../exports/film/video.ts'
import { fileName } from '../../../exports/picture/formats.ts'
import type { Size } from '../../../picture/camera.ts'
import { later } from '../../later.ts'
import { helper } from '../../worker.ts'
import type { FilmReply, FilmRequest, MadeFilm } from './making.ts'

const making = later('What makes slides and films', () => import('./making.ts'))

const maker = helper<FilmRequest, FilmReply>({
  start: () => new Worker(new URL('./film.worker.ts', import.meta.url), { type: 'module' }),
  instead: {
    sentence: 'The worker that makes slides and films does not run: the page may halt while they are made.',
    answer: async (request) => (await making.get()).makeFilm(request),
  },
})

/** Which kind of video this browser can write in that size. */
export async function videoFor(size: Size): Promise<VideoName | null> {
  const reply = await maker.ask({ kind: 'encoder', size })
  return 'video' in reply ? reply.video : null
}

/** The pictures of a film, one after the other, each made when it is asked for. */
type Pictures = () => AsyncIterable<MomentPicture>

/**
 * The file of a film. It is told after each step how many there are, and with the signal all ends at once: null then. A
 * worker that fails in between leaves nothing, so that it begins anew in the page.
 */
export async function film(
  order: FilmOrder,
  pictures: Pictures,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<ExportedFile | null> {
  const cancelled = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)))
  try {
    const made = await Promise.race([madeFrom(order, pictures, tell, signal), cancelled])
    return made && { name: fileName('steps', made.extension), type: made.type, data: made.data }
  } finally {
    maker.end()
    making.now?.forget()
  }
}

async function madeFrom(
  order: FilmOrder,
  pictures: Pictures,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<MadeFilm | null> {
  let done = 0
  let before = ask({ kind: 'begin', order })
  for await (const picture of pictures()) {
    // The next picture is made here while the one before is written there.
    const isLost = await before
    if (signal.aborted) return null
    if (isLost) return madeFrom(order, pictures, tell, signal)
    tell(done++)
    before = ask({ kind: 'step', picture })
  }
  if (await before) return madeFrom(order, pictures, tell, signal)
  tell(done)
  const reply = await maker.ask({ kind: 'finish' })
  if ('problem' in reply) throw new Error(reply.problem)
  return 'made' in reply ? reply.made : madeFrom(order, pictures, tell, signal)
}

/** Whether what was made so far is lost. */
async function ask(request: FilmRequest): Promise<boolean> {
  const reply = await maker.ask(request)
  if ('problem' in reply) throw new Error(reply.problem)
  return 'isLost' in reply
}
