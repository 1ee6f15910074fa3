import { useEffect } from 'react'
import { putBack, toggleBlank, useShow } from '../../../state/show.ts'
import { useGradual } from '../../../state/store.ts'
import { useShowKeys } from '../../kit/keyboard/showKeys.ts'
import { CodeForPhones } from './CodeForPhones.tsx'
import { Frozen } from './Frozen.tsx'
import { Held } from './Held.tsx'
import { ShowTools } from './ShowTools.tsx'
import { followZoom } from './zoom.ts'
import './show.css'

/** What a hall sees besides the page: its sizes, a black or a still screen, what is held over the stage, a code for phones. */
export default function Show() {
  useShowKeys()
  useSizes()
  useEffect(followZoom, [])
  const { blank, frozen, tool, code } = useShow()
  const scene = useGradual((state) => state.scene)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was brought belongs to its scene
  useEffect(() => putBack, [scene])
  return (
    <>
      {frozen && <Frozen />}
      {tool && <Held tool={tool} />}
      {code && <CodeForPhones />}
      <ShowTools />
      {blank && (
        <button
          type="button"
          className="show-blank"
          aria-label="Back to the picture"
          onClick={toggleBlank}
          ref={focused}
        />
      )}
    </>
  )
}

const focused = (button: HTMLElement | null) => button?.focus()

/** The style sheet’s sizes for a hall, while the page is presented. */
function useSizes(): void {
  const brought = useShow((show) => show.brought)
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset.presenting = brought ?? 'stage'
    return () => {
      delete dataset.presenting
    }
  }, [brought])
}
