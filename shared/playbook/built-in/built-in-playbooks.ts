/// <reference path="./yaml-text.d.ts" />
import difficultClients from './difficult-clients.yaml?raw'
import followUp from './follow-up.yaml?raw'
import overdueAccount from './overdue-account.yaml?raw'
import promisedCall from './promised-call.yaml?raw'

/** The playbooks that are always there, the usual one first, as their files read; the bundler puts them in. */
export const builtInTexts: readonly string[] = [difficultClients, overdueAccount, promisedCall, followUp]
