import { createRoot } from 'react-dom/client'
import { App } from './ui/shell/App.tsx'
import { start } from './ui/shell/start.ts'
import './ui/kit/theme/fonts.css'
import './ui/kit/theme/theme.css'
import './ui/kit/theme/controls.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

await start()
createRoot(root).render(<App />)
