import { createRoot } from 'react-dom/client'
import './state/styles.ts'
import { follow, start } from './state/visit.ts'
import { App } from './ui/shell/App.tsx'
import './ui/theme/fonts.css'
import './ui/theme/theme.css'
import './ui/theme/controls.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

await start(location.hash)
addEventListener('hashchange', () => follow(location.hash))
createRoot(root).render(<App />)
