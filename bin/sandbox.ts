import { startStandalone } from '#lib/sandbox/standalone/index'
import { readOptions } from '#lib/sandbox/standalone/options'

const write = (line: string): void => console.error(line)

async function main(): Promise<void> {
  const { ready, stop } = await startStandalone(readOptions(process.argv.slice(2)), write)
  const end = async () => {
    await stop()
    // A request that is being delayed would keep the process alive.
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  process.once('SIGINT', () => void end())
  console.log(JSON.stringify(ready))
}

main().catch((error: unknown) => {
  write(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
