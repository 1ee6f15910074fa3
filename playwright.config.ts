import { defineConfig } from '@playwright/test'
import { findBrowser, SWITCHES } from './e2e/browser.ts'

// Workers read this file again; they inherit the browser that the first reading found.
process.env.CHROMIUM_PATH = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // How long a slow machine may take says nothing about the page.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // One more than a small machine has cores: a page often waits, for a frame or for the network to rest.
  workers: 3,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${process.env.GRADUAL_PORT}/`,
    browserName: 'chromium',
    contextOptions: { reducedMotion: 'reduce' },
    // What is kept for times without a network would answer in place of the server.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: SWITCHES,
    },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'npx vite preview --port 0',
    env: { NO_COLOR: '1' },
    wait: { stdout: /http:\/\/127\.0\.0\.1:(?<gradual_port>\d+)/ },
  },
})
