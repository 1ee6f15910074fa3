import { useCallback } from 'react'
import { linkForPhones } from '../../../state/linkForPhones.ts'
import { useGradual } from '../../../state/store.ts'
import { useAwaited } from '../../kit/late/useAwaited.ts'
import { QrCode } from '../../kit/qr/QrCode.tsx'

/** Longer addresses nobody types. */
const LONGEST_TYPED = 90

/** In a corner, a code that opens this moment on phones, as a page for one reader, and its address where that is short. */
export function CodeForPhones() {
  const link = useLinkForPhones()
  if (link === null) return null
  const address = link.replace(/^https?:\/\//, '')
  return (
    <aside className="show-code" aria-label="Code for phones">
      <QrCode text={link} label="Opens this moment on a phone" />
      <p>{address.length <= LONGEST_TYPED ? address : `${location.host}${location.pathname}`}</p>
    </aside>
  )
}

/** It follows what is on the screen. */
function useLinkForPhones(): string | null {
  const state = useGradual()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link is to the whole state
  return useAwaited(useCallback(() => linkForPhones(), [state]))
}
