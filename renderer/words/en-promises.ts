/** The few words of promised calls that are read while none of their screens is open. */
export const enPromises = {
  promise: {
    said: 'promised for {{time}}',
    alarm: {
      title: 'Promised calls',
      next: 'Next promised call: {{who}}, {{time}}',
      said: 'Call {{who}}: {{what}}',
    },
  },
}
