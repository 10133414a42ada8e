// PGlite blocks its thread for the whole of a query, so it has one of its own. It speaks PostgreSQL's wire protocol:
// whole messages come in, the answer's bytes go out. Plain JavaScript, because Next bundles no worker for us.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

const database = await PGlite.create(workerData.directory)
let last = Promise.resolve()

parentPort.on('message', (message) => {
  last = last.then(async () => {
    if (message === 'close') {
      await database.close()
      parentPort.postMessage('closed')
      parentPort.close()
    } else {
      parentPort.postMessage(await database.execProtocolRaw(message))
    }
  })
})
parentPort.postMessage('open')
