import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * What the browser does without. The suggestions below its address bar are two pages that each window would load, a fifth
 * of all the work of these tests. The last switch of a kind is the one that counts: the others are Playwright's.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin', 'OptimizationHints', 'AimEnabled'],
  ...['NetworkTimeServiceQuerying', 'PreconnectToSearch'],
]

export const SWITCHES = [
  ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  `--disable-features=${WITHOUT}`,
]

/** Whether the file is a browser that starts here: a stub, or one without its libraries, is not. */
const starts = (path: string) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...USUAL_PLACES, chromium.executablePath()]
}

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 })

const INSTALLERS = [
  () => run('npx', 'playwright', 'install', 'chromium'),
  () => run('apt-get', 'update').status === 0 && run('apt-get', 'install', '-y', 'chromium'),
]

/**
 * The browser that the tests run in: CHROMIUM_PATH, else an installed Chrome or Chromium, else Playwright's own, downloaded
 * when missing, else Debian's package, which only root can install.
 */
export function findBrowser(): string {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (!starts(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not start`)
    return chosen
  }
  let found = candidates().find(starts)
  for (const install of INSTALLERS) {
    if (found) break
    install()
    found = candidates().find(starts)
  }
  if (!found) throw new Error('No Chrome or Chromium starts here: install one, or set CHROMIUM_PATH to it')
  return found
}
