import { talkWithHost } from '../../../state/embedding/talk.ts'
import { tellUnhandledKeys } from './unhandledKeys.ts'
import { tellWantedHeight } from './wantedHeight.ts'

/** All that an embed has to do with the page around it, until what it gives back is called. */
export function liveInside(): () => void {
  const stops = [talkWithHost(), tellUnhandledKeys(), tellWantedHeight()]
  return () => {
    for (const stop of stops) stop()
  }
}
