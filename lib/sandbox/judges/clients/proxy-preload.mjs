// Loaded with `node --import` in front of a program that uses Node's own fetch, which knows nothing of HTTPS_PROXY.
import { ProxyAgent, setGlobalDispatcher } from 'undici'

setGlobalDispatcher(new ProxyAgent(process.env.HTTPS_PROXY))
