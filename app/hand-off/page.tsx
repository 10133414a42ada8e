import { BrandMark } from '#ui/brand'
import { EnterHandOff } from './enter-hand-off'

export const metadata = { title: 'Help with a connection' }

export default function HandOffPage() {
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh items-center justify-center px-4 py-10 outline-none">
      <div className="w-full max-w-md">
        <div className="mb-6 flex flex-col items-center gap-4 text-center">
          <BrandMark className="size-12" />
          <h1 className="font-semibold text-2xl tracking-tight">Help with a connection</h1>
        </div>
        <EnterHandOff />
      </div>
    </main>
  )
}
