import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'name'> {
  /** Stands as its title too, where it has no other. */
  readonly name: string
  readonly icon: LucideIcon
  readonly size?: string
}

/** A button that is a sign. */
export const IconButton = ({ name, icon: Icon, size = '1.2em', ...rest }: Props) => (
  <button type="button" className="icon-button" aria-label={name} title={name} {...rest}>
    <Icon size={size} aria-hidden />
  </button>
)
