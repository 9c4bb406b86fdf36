/** One level of a topic and one word of an access list: no slash, no wildcard, no space. */
export const personIdPattern = /^[a-z0-9][a-z0-9._-]{0,63}$/
