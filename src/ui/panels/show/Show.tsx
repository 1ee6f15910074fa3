import { useEffect } from 'react'
import { clearShow, followScene, useShow } from '../../../state/show.ts'
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
  useEffect(followScene, [])
  const presenting = useGradual((state) => state.presenting)
  const isSpeakers = useGradual((state) => state.speaker !== null)
  const blank = useShow((show) => show.blank) && !isSpeakers
  return (
    <>
      {isSpeakers && <Zooming />}
      {presenting && <Presented />}
      {blank && <Blank />}
    </>
  )
}

/** What a hall sees besides the page: its sizes, a still screen, what is held over the stage, a code for phones. */
function Presented() {
  useSizes()
  useEffect(() => clearShow, [])
  const { frozen, tool, code } = useShow()
  return (
    <>
      <Zooming />
      {frozen && <Frozen />}
      {tool && <Held tool={tool} />}
      {code && <CodeForPhones />}
      <ShowTools />
    </>
  )
}

function Zooming(): null {
  useEffect(followZoom, [])
  return null
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
