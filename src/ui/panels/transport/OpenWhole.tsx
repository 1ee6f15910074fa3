import { ExternalLink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { linkToWhole } from '../../../state/linkToWhole.ts'
import { useGradual } from '../../../state/store.ts'

/** The address as it is when it is asked for: by the pointer, the focus or the menu of the link, all of which come before it is followed. */
function useAddress() {
  const [address, setAddress] = useState(location.href)
  const renew = () => void linkToWhole().then(setAddress)
  const source = useGradual((state) => state.source)
  const position = useGradual((state) => state.position)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when
  useEffect(renew, [source, position])
  return { address, renew }
}

/** From an embed to the same moment in the whole page, in a tab of its own. */
export function OpenWhole() {
  const { address, renew } = useAddress()
  return (
    <a
      className="open-whole"
      href={address}
      target="_blank"
      rel="noopener"
      onPointerEnter={renew}
      onFocus={renew}
      title="The same moment in the whole page, in a new tab"
    >
      <span>Open in Gradual</span>
      <ExternalLink size="1.1em" aria-hidden />
    </a>
  )
}
