import { useEffect } from 'react'
import { useShow } from '../../../state/show.ts'
import { useGradual } from '../../../state/store.ts'
import { useShowKeys } from '../../kit/keyboard/showKeys.ts'
import { Blank } from './Blank.tsx'
import { CodeForPhones } from './CodeForPhones.tsx'
import { Frozen } from './Frozen.tsx'
import { Held } from './Held.tsx'
import { ShowTools } from './ShowTools.tsx'
import { followZoom } from './zoom.ts'
import './show.css'

/** A clicker’s keys and its black screen, in every lesson; and what presents the page. */
export default function Show() {
  useShowKeys()
  const presenting = useGradual((state) => state.presenting)
  const isSpeakers = useGradual((state) => state.speaker !== null)
  const blank = useShow((show) => show.blank) && !isSpeakers
  return (
    <>
      {presenting && <Presented />}
      {blank && <Blank />}
    </>
  )
}

/** What a hall sees besides the page: its sizes, a still screen, what is held over the stage, a code for phones. */
function Presented() {
  useSizes()
  useEffect(followZoom, [])
  const { frozen, tool, code } = useShow()
  const scene = useGradual((state) => state.scene)
  // What was brought belongs to its scene; the next one has a tab of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each scene
  useEffect(() => useShow.setState({ brought: null, tab: null }), [scene])
  return (
    <>
      {frozen && <Frozen />}
      {tool && <Held tool={tool} />}
      {code && <CodeForPhones />}
      <ShowTools />
    </>
  )
}

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
