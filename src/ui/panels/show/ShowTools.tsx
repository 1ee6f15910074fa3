import { LogOut, type LucideIcon, PenLine, Pointer, QrCode, Snowflake, Square } from 'lucide-react'
import { endShow, toggleBlank, toggleCode, toggleFrozen, toggleTool, useShow } from '../../../state/show.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

interface ToolProps {
  readonly name: string
  readonly keys: string
  readonly icon: LucideIcon
  readonly on?: boolean
  readonly onClick: () => void
}

const Tool = ({ name, keys, icon, on, onClick }: ToolProps) => (
  <IconButton name={name} title={`${name} (${keys})`} icon={icon} aria-pressed={on} onClick={onClick} />
)

/** The show by pointer: the same as its keys. */
export function ShowTools() {
  const { frozen, tool, code } = useShow()
  return (
    <section className="show-tools" aria-label="The show">
      <h1 className="visually-hidden">Gradual, presented</h1>
      <div role="toolbar" aria-label="Presenting">
        <Tool name="Laser" keys="D" icon={Pointer} on={tool === 'laser'} onClick={() => toggleTool('laser')} />
        <Tool name="Pen" keys="W" icon={PenLine} on={tool === 'pen'} onClick={() => toggleTool('pen')} />
        <Tool name="Stand still" keys="Z" icon={Snowflake} on={frozen} onClick={toggleFrozen} />
        <Tool name="Code for phones" keys="Q" icon={QrCode} on={code} onClick={toggleCode} />
        <Tool name="Black screen" keys="B" icon={Square} onClick={toggleBlank} />
        <Tool name="Leave the show" keys="Esc" icon={LogOut} onClick={endShow} />
      </div>
    </section>
  )
}
