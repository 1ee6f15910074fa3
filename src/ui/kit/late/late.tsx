import { type ComponentType, type ReactNode, useLayoutEffect, useState } from 'react'
import { type Later, later } from '../../../state/later.ts'
import { useMissing } from '../../../state/missing.ts'
import { MissingPart } from './MissingPart.tsx'
import { Region } from './Region.tsx'

/** The part, asked for when it is first drawn; null until it is here. */
export function useLater<T>(part: Later<T>): T | null {
  const [, setHere] = useState(false)
  useLayoutEffect(() => {
    void part.get().then(() => setHere(true))
  }, [part])
  return part.now
}

export const useIsMissing = (part: unknown): boolean => useMissing(({ missing }) => missing.has(part))

interface Options<Props> {
  /** What stands in its place until it is here. */
  readonly meanwhile?: (props: Props) => ReactNode
  /** It is not always on the screen: a notice says that it did not load. */
  readonly apart?: true
}

/** The one way to draw what loads late, and a region of its own. */
export function late<Props extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  { meanwhile, apart }: Options<Props> = {},
): ComponentType<Props> & Pick<Later<unknown>, 'ask'> {
  const part = later(name, load, !apart)
  const Late = (props: Props) => {
    const Content = useLater(part)?.default
    return Content ? (
      <Region name={name}>
        <Content {...props} />
      </Region>
    ) : (
      <>
        {meanwhile?.(props)}
        {!apart && <MissingPart part={part} />}
      </>
    )
  }
  return Object.assign(Late, { ask: part.ask })
}
