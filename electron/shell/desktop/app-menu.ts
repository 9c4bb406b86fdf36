import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** The least a menu must hold for the standard editing and zoom keys to work on every system. */
export function setAppMenu(): void {
  const view: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]
  const develop: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      process.platform === 'darwin' ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] },
      { role: 'editMenu' },
      { label: 'View', submenu: app.isPackaged ? view : [...view, ...develop] },
      { role: 'windowMenu' },
    ]),
  )
}
