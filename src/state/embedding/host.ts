import { now } from '../store.ts'

/** What an embed says. */
export type EmbedMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'state'; readonly [field: string]: unknown }
  | {
      readonly type: 'step'
      readonly mode: string
      readonly pass: string
      readonly step: number
      readonly of: number
      readonly sentence: string
    }
  | {
      readonly type: 'answer'
      readonly id: string
      readonly given: string
      readonly right: boolean
      readonly slip?: string
    }
  | { readonly type: 'exported'; readonly format: string; readonly name: string; readonly data: string | Uint8Array }
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'unhandledKey'; readonly key: string }
  | { readonly type: 'error'; readonly message: string }

/** Whether another page has this one inside itself. */
const isInside = () => window.parent !== window

/** To the page around this one, and to none but the origin that the link names; a reply has the id of its request. */
export function tell(message: EmbedMessage, id?: string | number): void {
  const reply = id === undefined ? {} : { id }
  if (isInside()) window.parent.postMessage({ gradual: 1, ...message, ...reply }, now().host ?? '*')
}

/** Whether a message is of the page around this one. */
export const isHosts = ({ source, origin }: MessageEvent): boolean =>
  isInside() && source === window.parent && (now().host === null || origin === now().host)
