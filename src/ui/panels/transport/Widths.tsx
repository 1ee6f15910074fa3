import { Maximize2, Minimize2, Presentation } from 'lucide-react'
import { isEmbedded } from '../../../state/embedded.ts'
import { useGradual } from '../../../state/store.ts'
import { toggleAlone, togglePresenting } from '../../kit/keyboard/alone.ts'
import { OpenWhole } from './OpenWhole.tsx'

/** How much of the page there is: from an embed the way to all of it. */
export default function Widths() {
  return isEmbedded ? <OpenWhole /> : <WidthsOfPage />
}

/** All of the page, the stage alone, or what a hall should see. */
function WidthsOfPage() {
  const alone = useGradual((state) => state.alone)
  const presenting = useGradual((state) => state.presenting)
  const Icon = alone ? Minimize2 : Maximize2
  return (
    <div className="transport-widths">
      <button
        type="button"
        className="icon-button"
        aria-label="Stage alone"
        title={alone ? 'The whole page again (F)' : 'Graph, caption and playback alone (F)'}
        aria-pressed={alone}
        onClick={toggleAlone}
      >
        <Icon size="1.2em" aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Present"
        title="For a hall: the stage in large letters (P)"
        aria-pressed={presenting}
        onClick={togglePresenting}
      >
        <Presentation size="1.2em" aria-hidden />
      </button>
    </div>
  )
}
