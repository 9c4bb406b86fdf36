import difficultClients from './difficult-clients.yaml?raw'
import overdueAccount from './overdue-account.yaml?raw'

/** The texts of the playbooks that are always there, the usual one first; the bundler puts them in. */
export const builtInTexts: readonly string[] = [difficultClients, overdueAccount]
