// Installs the programs that open what the page exports. On Debian, as root, it takes them from its packages; elsewhere it says
// which are missing.
import { spawnSync } from 'node:child_process'

/** By package of Debian: a program of it. */
const PROGRAMS = {
  graphviz: ['dot', '-V'],
  'texlive-latex-extra': ['kpsewhich', 'standalone.cls'],
  'texlive-pictures': ['kpsewhich', 'tikz.sty'],
  'texlive-fonts-recommended': ['kpsewhich', 'utmr8a.pfb'],
  lmodern: ['kpsewhich', 'lmodern.sty'],
  'librsvg2-bin': ['rsvg-convert', '--version'],
  'poppler-utils': ['pdftotext', '-v'],
  imagemagick: ['identify', '-version'],
  unzip: ['unzip', '-v'],
  ffmpeg: ['ffprobe', '-version'],
  'libreoffice-impress': ['soffice', '--version'],
  'python3-numpy': ['/usr/bin/python3', '-c', 'import numpy'],
  'python3-torch': ['/usr/bin/python3', '-c', 'import torch'],
  'firefox-esr': ['firefox', '--version'],
}

const isHere = ([program, ...args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

const missing = Object.keys(PROGRAMS).filter((name) => !isHere(PROGRAMS[name]))
if (missing.length > 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
  const run = (...args) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  run('update')
  run('install', '-y', '--no-install-recommends', ...missing)
}
const still = missing.filter((name) => !isHere(PROGRAMS[name]))
if (still.length > 0) {
  console.error(`Not here, and needed to open what the page exports: ${still.join(', ')}`)
  process.exitCode = 1
}
