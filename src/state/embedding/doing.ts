import { compiled } from '../compiled.ts'
import { firstError } from '../firstError.ts'
import { later } from '../later.ts'
import { nextStep, pause, play, previousStep } from '../playback.ts'
import { change, now } from '../store.ts'
import { goBy } from './going.ts'
import { type EmbedMessage, tell } from './host.ts'
import type { EmbedRequest } from './request.ts'
import { stateSaid } from './stateSaid.ts'

const exporting = later('What makes pictures', () => import('../exporting/exportAs.ts'))
const masking = later('What hides numbers', () => import('../masking.ts'))

/** What is done at a request; resolves to what is said of it, where that is not the state that it led to. */
type Doing<Type> = (request: Extract<EmbedRequest, { readonly type: Type }>) => unknown

function move(by: number): void {
  for (let step = 0; step < Math.abs(by); step++)
    if (by > 0) nextStep()
    else previousStep()
}

/** Goes where fields of a link say. */
async function go(fields: Parameters<typeof goBy>[0]): Promise<EmbedMessage | undefined> {
  const faults = await goBy(fields)
  return faults.length > 0 ? { type: 'error', message: faults.join(' ') } : undefined
}

/** A program with a mistake is opened too: its host hears what is wrong with it. */
async function mistake(): Promise<EmbedMessage | undefined> {
  await compiled()
  const message = firstError(now().compilation)
  return message === undefined ? undefined : { type: 'error', message }
}

async function exported(format: string): Promise<EmbedMessage> {
  const { exportAs } = await exporting.get()
  try {
    const { name, data } = await exportAs(format)
    return { type: 'exported', format, name, data }
  } catch (problem) {
    return { type: 'error', message: (problem as Error).message }
  }
}

const DOES: { readonly [Type in EmbedRequest['type']]: Doing<Type> } = {
  load: async ({ program }) => (await go({ program })) ?? mistake(),
  setState: ({ fields }) => go(fields),
  seek: ({ pass, step }) => go({ ...(pass !== undefined && { pass }), step: step ?? 0 }),
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
  export: ({ format }) => exported(format),
  getState: () => {},
}

const isMessage = (said: unknown): said is EmbedMessage => typeof Object(said).type === 'string'

/** Does what is asked, and says what came of it. */
export async function answer(request: EmbedRequest): Promise<void> {
  const does = DOES[request.type] as Doing<unknown>
  const said = await does(request as never)
  const reply: EmbedMessage = isMessage(said) ? said : { type: 'state', ...(await stateSaid()) }
  tell(reply, request.id)
}
