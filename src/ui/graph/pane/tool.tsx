import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'name'> {
  /** Stands as its title too, where it has no other. */
  readonly name: string
  readonly icon: LucideIcon
}

/** A button beside the graph. */
export const Tool = ({ name, icon: Icon, ...rest }: Props) => (
  <button type="button" aria-label={name} title={name} {...rest}>
    <Icon aria-hidden size="1.15em" />
  </button>
)
