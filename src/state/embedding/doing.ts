import { later } from '../later.ts'
import { nextStep, pause, play, previousStep } from '../playback.ts'
import { change, now } from '../store.ts'
import { goBy } from './going.ts'
import { type EmbedMessage, tell } from './host.ts'
import type { EmbedRequest } from './request.ts'
import { stateSaid } from './stateSaid.ts'

const masking = later('What hides numbers', () => import('../masking.ts'))

type Doing<Type> = (request: Extract<EmbedRequest, { readonly type: Type }>) => unknown

function move(by: number): void {
  for (let step = 0; step < Math.abs(by); step++)
    if (by > 0) nextStep()
    else previousStep()
}

/** What each request does; resolves to what is wrong with it, if anything is. */
const DOES: { readonly [Type in EmbedRequest['type']]: Doing<Type> } = {
  load: ({ program }) => goBy({ program }),
  setState: ({ fields }) => goBy(fields),
  seek: ({ pass, step }) => goBy({ ...(pass !== undefined && { pass }), step: step ?? 0 }),
  step: ({ by }) => move(by),
  play: () => {
    if (!now().playing) play()
  },
  pause,
  hide: async ({ kinds }) => {
    await masking.get()
    change({ hide: new Set(kinds) })
  },
  reveal: async () => {
    const { tellPass } = await masking.get()
    tellPass()
  },
  theme: ({ theme }) => change({ theme }),
  getState: () => {},
}

/** Does what is asked, and says the state that it led to, or what is wrong. */
export async function answer(request: EmbedRequest): Promise<void> {
  const does = DOES[request.type] as Doing<unknown>
  const wrong = await does(request as never)
  const faults: readonly string[] = Array.isArray(wrong) ? wrong : []
  const said: EmbedMessage =
    faults.length > 0 ? { type: 'error', message: faults.join(' ') } : { type: 'state', ...(await stateSaid()) }
  tell(request.id === undefined ? said : { ...said, id: request.id })
}
