export const callbackKinds = ['callback', 'satisfaction', 'thanks'] as const
/** What the call is for; each is handled with a playbook of its own. */
export type CallbackKind = (typeof callbackKinds)[number]
