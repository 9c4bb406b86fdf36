import { contextBridge, ipcRenderer } from 'electron'
import { preloadBridge } from './shell/desktop/preload-bridge.ts'

contextBridge.exposeInMainWorld(
  'companion',
  preloadBridge({
    ask: (channel, payload) => ipcRenderer.invoke('request', channel, payload),
    listen: (listener) => void ipcRenderer.on('frame', (_event, frame) => listener(frame)),
  }),
)
